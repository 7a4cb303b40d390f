package io.zhenma.bench;

import io.zhenma.device.DeviceTraits;
import io.zhenma.device.Reading;
import io.zhenma.device.UserAgent;
import io.zhenma.device.UserAgentParser;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads User-Agents of a list in rounds. After some, which warm the parser as a server's is, three
 * rounds count: of each header the middle one of its three times, since what else the machine does
 * makes single ones slow. Nothing is read from memory. Time is the thread's on the processor; the
 * wall clock's is told too.
 */
public final class UserAgentBench {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final UserAgentParser parser = new UserAgentParser(1);

  /**
   * What a list came to.
   *
   * @param failed the numbers of headers that could not be read, from 1 on
   * @param robots the numbers of those that are taken for programs by what they were read as
   */
  public record Result(
      int headers,
      Latency processor,
      Latency wall,
      double slowestMillis,
      Map<Reading.Extent, Integer> extents,
      List<Integer> failed,
      List<Integer> robots) {

    public String text() {
      return String.format(
          Locale.ROOT,
          """
          %d headers, each read alone, warm; the middle of three times
          processor time: %s, slowest %.1f ms
          wall clock:     %s
          extents: %s; failed: %d
          """,
          headers,
          processor,
          slowestMillis,
          wall,
          extents,
          failed.size());
    }
  }

  /**
   * @param headers at least one
   * @param warmUp rounds before the three that count
   */
  public Result measure(List<String> headers, int warmUp) {
    List<UserAgent> agents = headers.stream().map(UserAgent::new).toList();
    parser.warmUp();
    for (int round = 0; round < warmUp; round++) {
      new Round(agents);
    }
    return result(new Round(agents), new Round(agents), new Round(agents));
  }

  private static Result result(Round one, Round two, Round three) {
    long[] processor = medians(one.processor, two.processor, three.processor);
    return new Result(
        processor.length,
        Latency.of(processor),
        Latency.of(medians(one.wall, two.wall, three.wall)),
        Arrays.stream(processor).max().orElseThrow() / 1e6,
        three.extents,
        three.failed,
        three.robots);
  }

  private static long[] medians(long[] one, long[] two, long[] three) {
    long[] medians = new long[one.length];
    for (int i = 0; i < medians.length; i++) {
      long least = Math.min(one[i], two[i]);
      long most = Math.max(one[i], two[i]);
      medians[i] = Math.max(least, Math.min(most, three[i]));
    }
    return medians;
  }

  /** One pass over all headers. */
  private final class Round {
    private final long[] processor;
    private final long[] wall;
    private final Map<Reading.Extent, Integer> extents = new EnumMap<>(Reading.Extent.class);
    private final List<Integer> failed = new ArrayList<>();
    private final List<Integer> robots = new ArrayList<>();

    Round(List<UserAgent> agents) {
      processor = new long[agents.size()];
      wall = new long[agents.size()];
      for (int i = 0; i < agents.size(); i++) {
        read(i, agents.get(i));
      }
    }

    private void read(int number, UserAgent agent) {
      long wallBegan = System.nanoTime();
      long began = THREADS.getCurrentThreadCpuTime();
      Reading.Extent extent =
          UserAgentParser.readsWhole(agent) ? Reading.Extent.WHOLE : Reading.Extent.BEGINNING;
      try {
        DeviceTraits traits = parser.parse(agent);
        if (traits.robot()) {
          robots.add(number + 1);
        }
      } catch (RuntimeException | StackOverflowError failure) {
        extent = Reading.Extent.ERROR;
        failed.add(number + 1);
      }
      processor[number] = THREADS.getCurrentThreadCpuTime() - began;
      wall[number] = System.nanoTime() - wallBegan;
      extents.merge(extent, 1, Integer::sum);
    }
  }
}
