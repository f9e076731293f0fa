package mainstay.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/// The server's configuration file, written at every start from the size of the machine.
record ServerSettings(Home home, Options options, int port) {

    private static final int LONGEST_SOCKET_PATH = 90; // of 107 bytes, less the file's own name
    private static final long SMALL_SHARED_MEMORY = 1L << 30;

    String text() throws IOException {
        return common() + (options.keepsData() ? durable() : disposable());
    }

    private String common() throws IOException {
        return """
                # Written by Mainstay at every start. Settings of your own: ALTER SYSTEM SET ...
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = '%s'
                unix_socket_permissions = 0700
                max_connections = 60
                max_logical_replication_workers = 0
                password_encryption = 'scram-sha-256'
                dynamic_shared_memory_type = %s
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_line_prefix = '%%m [%%p] '
                log_checkpoints = off
                log_error_verbosity = terse
                datestyle = 'ISO, YMD'
                default_text_search_config = 'pg_catalog.simple'
                jit = off
                random_page_cost = 1.1
                wal_compression = on
                work_mem = 32MB
                """.formatted(port, socketDirectory(), sharedMemory());
    }

    private static String durable() {
        long memory = megabytesOfMemory();
        return """
                shared_buffers = %dMB
                effective_cache_size = %dMB
                maintenance_work_mem = %dMB
                wal_level = minimal
                max_wal_senders = 0
                max_wal_size = 4GB
                wal_buffers = 64MB
                checkpoint_timeout = 15min
                """.formatted(
                between(128, memory / 8, 4096), between(256, memory / 2, 65_536), between(64, memory / 32, 512));
    }

    private static String disposable() {
        return """
                shared_buffers = %dMB
                maintenance_work_mem = 64MB
                fsync = off
                synchronous_commit = off
                full_page_writes = off
                wal_level = minimal
                max_wal_senders = 0
                min_wal_size = 32MB
                max_wal_size = 512MB
                """.formatted(between(64, megabytesOfMemory() / 16, 256));
    }

    private static long megabytesOfMemory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 20;
    }

    private static long between(long least, long wanted, long most) {
        return Math.clamp(wanted, least, most);
    }

    /// A socket path has a short limit; TCP serves as well.
    private String socketDirectory() {
        var path = home.socket().toString();
        return path.length() > LONGEST_SOCKET_PATH ? "" : path.replace("'", "''");
    }

    /// Containers often get 64 MB of /dev/shm, on which parallel queries fail.
    private static String sharedMemory() throws IOException {
        var shared = Path.of("/dev/shm");
        if (!Files.isDirectory(shared)) {
            return "posix";
        }
        FileStore store = Files.getFileStore(shared);
        return store.getTotalSpace() < SMALL_SHARED_MEMORY ? "mmap" : "posix";
    }
}
