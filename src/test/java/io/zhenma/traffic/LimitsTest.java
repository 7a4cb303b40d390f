package io.zhenma.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.context.SmallRyeManagedExecutor;
import io.zhenma.place.ClientAddress;
import io.zhenma.place.NetworkClass;
import io.zhenma.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.Test;

/** What is refused, to whom, and what nobody can use up for others. */
class LimitsTest {
  private static final long BRAND = 7;
  private static final ManagedExecutor NONE = SmallRyeManagedExecutor.builder().build();

  private final Map<String, String> settings =
      new java.util.HashMap<>(
          Map.of(
              "zhenma.traffic.block-per-minute", "100",
              "zhenma.traffic.data-centre-per-minute", "10",
              "zhenma.traffic.private-per-minute", "1000",
              "zhenma.traffic.item-per-minute", "3",
              "zhenma.traffic.device-per-minute", "5",
              "zhenma.traffic.slowest-answer", "PT5S",
              "zhenma.traffic.count-every", "PT10S"));

  private Limits limits() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    return new Limits(config(), new AddressWatch(meters), meters);
  }

  private Guessing guessing() {
    return new Guessing(config(), NONE, new SimpleMeterRegistry());
  }

  private TrafficConfig config() {
    return new SmallRyeConfigBuilder()
        .withMapping(TrafficConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(TrafficConfig.class);
  }

  private static Asker at(String address) {
    return asker(Optional.empty(), address, NetworkClass.ACCESS);
  }

  private static Asker asker(Optional<String> device, String address, NetworkClass network) {
    return Asker.of(device, ClientAddress.parse(address), network);
  }

  private static void spend(Limits limits, Asker asker) {
    IntStream.range(0, 500).forEach(i -> limits.admit(asker));
  }

  @Test
  void whatFewUseUpIsNotTakenFromTheGenuineItemsOfTheirBlock() {
    Limits limits = limits();
    spend(limits, at("119.80.1.5"));

    Pass pass = limits.admit(at("119.80.1.77"));

    assertThat(pass.isFree()).isFalse();
    for (long item = 0; item < 1_000; item++) {
      limits.admitItem(pass, BRAND, item);
    }
  }

  @Test
  void oneGenuineItemIsNoKeyToMoreThanItsOwnShare() {
    Limits limits = limits();
    spend(limits, at("119.80.1.5"));
    Pass pass = limits.admit(at("119.80.1.5"));
    for (int i = 0; i < 3; i++) {
      limits.admitItem(pass, BRAND, 11);
    }

    assertThatThrownBy(() -> limits.admitItem(pass, BRAND, 11)).satisfies(LimitsTest::saysWhen);
    limits.admitItem(pass, BRAND, 12);
  }

  @Test
  void aCodeThatIsNobodysHasNoShareBeyondTheBlocks() {
    Limits limits = limits();
    limits.admit(at("119.80.1.5")).requireFree();
    spend(limits, at("119.80.1.5"));

    assertThatThrownBy(() -> limits.admit(at("119.80.1.6")).requireFree())
        .satisfies(LimitsTest::saysWhen);
    limits.admit(at("119.80.2.6")).requireFree();
  }

  @Test
  void aBlockThatFloodsIsRefusedUnseen() {
    Limits limits = limits();

    assertThatThrownBy(() -> IntStream.range(0, 2_000).forEach(i -> limits.admit(at("1.2.4.5"))))
        .satisfies(LimitsTest::saysWhen);
  }

  @Test
  void aBrandThatIsFloodedStillAnswersEachItemOfItsCustomers() {
    settings.put("zhenma.traffic.brand-per-second", "50");
    Limits limits = limits();
    assertThatThrownBy(
            () -> IntStream.range(0, 100_000).forEach(i -> limits.admitItem(Pass.FREE, BRAND, 1)))
        .satisfies(LimitsTest::saysWhen);

    for (long item = 2; item < 500; item++) {
      limits.admitItem(Pass.FREE, BRAND, item);
    }
  }

  @Test
  void aDeviceIsRefusedForItselfAlone() {
    Limits limits = limits();
    Asker known = asker(Optional.of("abcdefghijkl"), "119.80.1.5", NetworkClass.ACCESS);

    assertThatThrownBy(() -> IntStream.range(0, 9).forEach(i -> limits.admit(known)))
        .satisfies(LimitsTest::saysWhen);
    assertThat(limits.admit(at("119.80.1.5")).isFree()).isTrue();
  }

  @Test
  void privateAddressesHaveALimitToo() {
    Limits limits = limits();
    IntStream.range(0, 1_000).forEach(i -> limits.admit(at("10.0.0.5")).requireFree());
    assertThatThrownBy(
            () -> IntStream.range(0, 99).forEach(i -> limits.admit(at("10.0.0.5")).requireFree()))
        .satisfies(LimitsTest::saysWhen);
    limits.admit(at("10.0.0.6")).requireFree();
  }

  @Test
  void everyKindOfNetworkHasItsTriesAndNobodyHasTwiceAsMany() {
    assertTries(at("119.80.1.5"), 300);
    assertTries(asker(Optional.empty(), "47.88.1.5", NetworkClass.DATA_CENTRE), 60);
    assertTries(at("10.0.0.5"), 20_000);
    assertTries(asker(Optional.of("abcdefghijkl"), "119.80.1.5", NetworkClass.ACCESS), 10);
  }

  /** A few more come while the machine is slow: budgets refill within ten minutes. */
  private void assertTries(Asker asker, int budget) {
    assertThat(tries(asker)).isBetween(budget, budget + budget / 2);
  }

  /** How many forged codes were answered before one was not. */
  private int tries(Asker asker) {
    Guessing guessing = guessing();
    int answered = 0;
    try {
      while (answered < 100_000) {
        guessing.tried(asker);
        answered++;
      }
    } catch (ProblemException refused) {
      saysWhen(refused);
    }
    return answered;
  }

  @Test
  void aDeviceThatGuessesNothingIsNotSlowedByItsNeighbours() {
    Guessing guessing = guessing();
    IntStream.range(0, 300).forEach(i -> guessing.tried(at("119.80.1.5")));

    Asker known = asker(Optional.of("abcdefghijkl"), "119.80.1.9", NetworkClass.ACCESS);
    assertThat(guessing.tried(known)).isZero();
  }

  private static void saysWhen(Throwable thrown) {
    assertThat(thrown).isInstanceOf(ProblemException.class).hasMessage("too-many-requests");
    assertThat(((ProblemException) thrown).retryAfter()).isPresent();
  }
}
