package io.zhenma.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicBoolean;

/** A connection whose end is told once, however often it is closed. */
final class LentConnection implements InvocationHandler {
  private final Connection connection;
  private final Runnable ended;
  private final AtomicBoolean isEnded = new AtomicBoolean();

  private LentConnection(Connection connection, Runnable ended) {
    this.connection = connection;
    this.ended = ended;
  }

  static Connection of(Connection connection, Runnable ended) {
    return (Connection)
        Proxy.newProxyInstance(
            LentConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new LentConnection(connection, ended));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    } finally {
      boolean ends = method.getName().equals("close") || method.getName().equals("abort");
      if (ends && isEnded.compareAndSet(false, true)) {
        ended.run();
      }
    }
  }
}
