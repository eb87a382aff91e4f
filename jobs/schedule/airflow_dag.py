"""One Jiedui night a day: catch-up night by night, one at a time, retried on exit codes 75 and 6 only.

每天一夜:逐夜补跑,一次只运行一夜,只有退出码 75 与 6 才重试。
"""

import subprocess
from datetime import datetime, timedelta

JIEDUI = "/opt/jiedui/jobs/jiedui"
DATA = "/srv/jiedui"
STUDY = "/srv/jiedui/study.conf"

#: Another run has the lease, input is still changing, a later run was faster; or storage failed.
TRY_AGAIN = {75, 6}


def verdict(code):
    """What an exit code means to a scheduler: "done", "retry" or "stop"."""
    if code == 0:
        return "done"
    return "retry" if code in TRY_AGAIN or code in {-2, -15, 130, 143} else "stop"


def command(night):
    """The command of one night. A retry that meets its living twin ends with 75 and does no harm."""
    return [
        "flock", "-n", "-E", "75", f"{DATA}/jiedui.lock",
        JIEDUI, "nightly",
        "--as-of", night,
        "--study", STUDY,
        "--root", f"{DATA}/reports",
        "--status-file", f"{DATA}/status-{night}.json",
    ]


def run(night):
    """Runs one night; raises what tells Airflow whether to try again."""
    from airflow.exceptions import AirflowException, AirflowFailException

    code = subprocess.run(command(night), check=False).returncode
    outcome = verdict(code)
    if outcome == "retry":
        raise AirflowException(f"jiedui ended with {code}: will be tried again")
    if outcome == "stop":
        raise AirflowFailException(f"jiedui ended with {code}: the input or the call has to be mended")


def dag():
    from airflow import DAG
    from airflow.operators.python import PythonOperator

    with DAG(
        dag_id="jiedui_nightly",
        schedule="15 2 * * *",
        start_date=datetime(2026, 1, 1),
        catchup=True,
        max_active_runs=1,
    ) as made:
        PythonOperator(
            task_id="nightly",
            python_callable=run,
            op_args=["{{ ds }}"],
            retries=8,
            retry_delay=timedelta(minutes=15),
        )
    return made


if __name__ != "__main__":
    try:
        jiedui_nightly = dag()
    except ModuleNotFoundError as missing:
        if not (missing.name or "").startswith("airflow"):
            raise
