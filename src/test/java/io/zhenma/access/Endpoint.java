package io.zhenma.access;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** A method and a path template, as the running application knows them. */
record Endpoint(String method, String path) implements Comparable<Endpoint> {

  /** All resource methods that the running application routes to. */
  static Set<Endpoint> all() {
    Set<Endpoint> found = new TreeSet<>();
    RuntimeResourceVisitor.visitRuntimeResources(
        "",
        ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(),
        new RuntimeResourceVisitor() {
          @Override
          public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
            found.add(of(method, path));
          }
        });
    return found;
  }

  static Endpoint of(String method, String path) {
    return new Endpoint(method, ("/" + path).replaceAll("/+", "/").replaceAll("(?<=.)/$", ""));
  }

  boolean changes() {
    return !method.equals("GET") && !method.equals("HEAD");
  }

  @Override
  public int compareTo(Endpoint other) {
    return (path + " " + method).compareTo(other.path + " " + other.method);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
