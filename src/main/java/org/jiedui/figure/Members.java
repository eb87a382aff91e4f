package org.jiedui.figure;

import org.jiedui.message.Text;
import org.jiedui.table.ClusterMembershipRow;
import org.jiedui.table.Frame;

/** What the figures of clusters share. */
final class Members {
  /** More clusters cannot be told apart in grey. */
  static final int MOST = 7;

  private Members() {}

  static Text name(Frame members, int row) {
    return Text.of(
        members.text(row, ClusterMembershipRow.CLUSTER_NAME_ZH),
        members.text(row, ClusterMembershipRow.CLUSTER_NAME_EN));
  }
}
