package io.zhenma.access;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** The names of the query parameters that the running application reads. */
final class Parameters {
  private Parameters() {}

  static Map<Endpoint, List<String>> ofQueries() {
    Map<Endpoint, List<String>> found = new TreeMap<>();
    RuntimeResourceVisitor.visitRuntimeResources(
        "",
        ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(),
        new RuntimeResourceVisitor() {
          @Override
          public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
            if (resource.getLazyMethod() != null) {
              found.put(Endpoint.of(method, path), names(resource.getLazyMethod().getMethod()));
            }
          }
        });
    return found;
  }

  private static List<String> names(Method method) {
    List<String> names = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(RestQuery.class)) {
        names.add(parameter.getName());
      }
      for (Field field : parameter.getType().getDeclaredFields()) {
        if (field.isAnnotationPresent(RestQuery.class)) {
          names.add(field.getName());
        }
      }
    }
    return names;
  }
}
