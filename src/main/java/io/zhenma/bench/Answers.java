package io.zhenma.bench;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What became of planned scans.
 *
 * @param measurement of those that succeeded
 * @param statuses how often each HTTP status was answered; 0 stands for no answer
 * @param acknowledged ids of those answered with 200
 */
record Answers(Measurement measurement, Map<Integer, Long> statuses, List<UUID> acknowledged) {}
