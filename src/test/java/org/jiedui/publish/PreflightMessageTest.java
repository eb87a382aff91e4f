package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.OptionalLong;
import org.jiedui.Golden;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.junit.jupiter.api.Test;

/** What is said where a report has no room. */
class PreflightMessageTest {
  private static final long MIB = 1L << 20;

  @Test
  void tooLittleRoomIsToldWithWhatStandsAndWhatToDo() {
    ModelStore model = new ModelStore();
    Trial.publish(model, Trial.NIGHT, 1);
    Report report = Trial.report(withFree(model, 212 * MIB));

    InputException refused =
        catchThrowableOfType(
            InputException.class, () -> new Preflight(report).check(478 * MIB, "token"));

    assertThat(refused.exit()).isEqualTo(ExitCode.STORAGE);
    Golden.assertSaid("disk_full", refused.problems());
  }

  private static Store withFree(Store store, long bytes) {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("free")) {
                return OptionalLong.of(bytes);
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
