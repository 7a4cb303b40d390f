package io.zhenma.sql;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceMetrics;
import io.agroal.api.AgroalPoolInterceptor;
import io.agroal.api.configuration.AgroalDataSourceConfiguration;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Logger;

/**
 * The pool of connections, of which a few are kept for scans: whatever else goes on, a scan is
 * answered. Everybody gets this bean in the pool's place, Hibernate too. See ADR 25.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class DividedConnections implements AgroalDataSource {
  private static final long serialVersionUID = 1;

  private final transient AgroalDataSource pool;
  private final transient TransactionSynchronizationRegistry transactions;
  private final transient Semaphore ordinary;
  private final Duration longestWait;

  DividedConnections(
      BeanManager beans, TransactionSynchronizationRegistry transactions, ReservedConfig config) {
    this.pool = pool(beans);
    this.transactions = transactions;
    this.longestWait = config.longestWait();
    int all = pool.getConfiguration().connectionPoolConfiguration().maxSize();
    this.ordinary = new Semaphore(all - Math.min(all / 2, config.reservedForScans()), true);
  }

  private static AgroalDataSource pool(BeanManager beans) {
    Bean<?> made =
        beans.getBeans(AgroalDataSource.class, Any.Literal.INSTANCE).stream()
            .filter(bean -> bean.getBeanClass() != DividedConnections.class)
            .findFirst()
            .orElseThrow();
    return (AgroalDataSource)
        beans.getReference(made, AgroalDataSource.class, beans.createCreationalContext(made));
  }

  /** A transaction has one connection, however often it asks, and keeps it to its end. */
  @Override
  public Connection getConnection() throws SQLException {
    if (Reserved.isMarked()) {
      return pool.getConnection();
    }
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      take();
      return lent();
    }
    if (transactions.getResource(this) == null) {
      take();
      transactions.putResource(this, true);
      transactions.registerInterposedSynchronization(new Return(ordinary));
    }
    return pool.getConnection();
  }

  private Connection lent() throws SQLException {
    try {
      return LentConnection.of(pool.getConnection(), ordinary::release);
    } catch (SQLException | RuntimeException failure) {
      ordinary.release();
      throw failure;
    }
  }

  private void take() throws SQLException {
    try {
      if (!ordinary.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SQLTransientConnectionException(
            "no connection was free in time", new TimeoutException());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("stopped while waiting for a connection", stopped);
    }
  }

  /** Gives a transaction's connection back. */
  private record Return(Semaphore ordinary) implements Synchronization {
    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      ordinary.release();
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLException("the pool has one account");
  }

  @Override
  public Connection getReadOnlyConnection() throws SQLException {
    throw new SQLException("the pool makes no difference between connections");
  }

  @Override
  public boolean isHealthy(boolean newConnection) throws SQLException {
    return pool.isHealthy(newConnection);
  }

  @Override
  public AgroalDataSourceConfiguration getConfiguration() {
    return pool.getConfiguration();
  }

  @Override
  public AgroalDataSourceMetrics getMetrics() {
    return pool.getMetrics();
  }

  @Override
  public void flush(FlushMode mode) {
    pool.flush(mode);
  }

  @Override
  public void setPoolInterceptors(Collection<? extends AgroalPoolInterceptor> interceptors) {
    pool.setPoolInterceptors(interceptors);
  }

  @Override
  public List<AgroalPoolInterceptor> getPoolInterceptors() {
    return pool.getPoolInterceptors();
  }

  /** The pool is closed by who made it. */
  @Override
  public void close() {}

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return pool.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    pool.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    pool.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return pool.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("io.agroal");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return pool.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return pool.isWrapperFor(type);
  }
}
