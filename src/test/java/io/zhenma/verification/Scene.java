package io.zhenma.verification;

import io.zhenma.crypto.CodeKind;
import io.zhenma.place.Carrier;
import io.zhenma.place.NetworkClass;
import io.zhenma.place.Place;
import io.zhenma.place.PlaceSource;
import io.zhenma.place.Position;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One item that people look at, one after the other. */
final class Scene {
  static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");
  static final Place BEIJING = city("110000", "110100", 39.9, 116.4);
  static final Place GUANGZHOU = city("440000", "440100", 23.1, 113.3);
  static final Place TIANJIN = city("120000", "120100", 39.1, 117.2);
  static final Place CHENGDU = city("510000", "510100", 30.6, 104.1);
  static final Place HARBIN = city("230000", "230100", 45.8, 126.5);
  static final Place KUNMING = city("530000", "530100", 25.0, 102.7);

  ItemHistory history = ItemHistory.NONE;
  Policy policy = Policy.STANDARD;
  CodeKind kind = CodeKind.INNER;
  Standing standing = Standing.ON_SALE;
  boolean keyRevoked;
  Set<String> soldIn = Set.of();

  /** Somebody at home: a line and a phone of their own. */
  Verdict look(int who, Instant at, Place place) {
    return decide(person(who, at, place, who));
  }

  static Circumstances person(int who, Instant at, Place place, int network) {
    return new Circumstances(
        UUID.randomUUID(), at, (long) who << 32, true, network, who, Connection.LAN, place);
  }

  /** A phone that keeps no cookies: its fingerprint is new each time. */
  static Circumstances forgetful(int token, Instant at, Place place, int network, int agent) {
    return new Circumstances(
        UUID.randomUUID(), at, (long) token << 32, false, network, agent, Connection.LAN, place);
  }

  Verdict decide(Circumstances now) {
    Decision decision = Rules.decide(code(), history, now, policy);
    history = decision.after();
    return decision.verdict();
  }

  CodeFacts code() {
    return new CodeFacts(kind, standing, keyRevoked, soldIn);
  }

  static Place city(String province, String city, double latitude, double longitude) {
    return new Place(
        "CN",
        province,
        city,
        Carrier.CHINA_TELECOM,
        NetworkClass.ACCESS,
        PlaceSource.IP,
        Optional.of(new Position(latitude, longitude)),
        300_000);
  }

  /** The same place as another kind of network tells it. */
  static Place by(NetworkClass network, Place place) {
    return new Place(
        place.country(),
        place.province(),
        place.city(),
        place.carrier(),
        network,
        place.source(),
        place.position(),
        place.uncertaintyMetres());
  }

  /** The same place as the person's phone tells it. */
  static Place exactly(Place place) {
    return new Place(
        place.country(),
        place.province(),
        place.city(),
        place.carrier(),
        place.network(),
        PlaceSource.POSITION,
        place.position(),
        100);
  }
}
