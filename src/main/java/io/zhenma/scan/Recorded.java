package io.zhenma.scan;

import io.zhenma.verification.ItemHistory;
import io.zhenma.verification.Verdict;

/** What the journal holds of a scan, after its commit. */
record Recorded(Verdict verdict, ItemHistory history) {}
