package io.zhenma.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A profile with its latest scans. */
record CustomerDetail(@JsonUnwrapped CustomerView profile, List<?> recentScans) {}
