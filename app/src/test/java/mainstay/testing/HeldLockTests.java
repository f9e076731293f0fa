package mainstay.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// A story whose other half never comes has to end, too.
@Story
class HeldLockTests {

    @Test
    void whoever_waits_for_nobody_gives_up() throws Exception {
        try (HeldLock held = HeldLock.of("select taken from rating.turn for update")) {
            assertThatThrownBy(() -> held.awaitsSomebody(new CompletableFuture<>(), Duration.ofMillis(50)))
                    .hasMessage("nobody came for what is held");
        }
    }

    @Test
    void a_wait_in_another_database_is_not_ours() throws Exception {
        String other = "other_" + ProcessHandle.current().pid();
        TestServer.shared().recreate(other);
        try (HeldLock held = HeldLock.of("select taken from rating.turn for update");
                WaitElsewhere wait = WaitElsewhere.in(TestServer.shared().url(other))) {
            wait.begins();
            assertThatThrownBy(() -> held.awaitsSomebody(new CompletableFuture<>(), Duration.ofMillis(50)))
                    .hasMessage("nobody came for what is held");
        } finally {
            TestServer.shared().drop(other);
        }
    }
}
