package mainstay.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import mainstay.identity.factor.Totp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where second factors are set up, asked for and taken away.
@Service
@Transactional
class SecondFactorDesk {

    private static final Logger LOG = LoggerFactory.getLogger(SecondFactorDesk.class);
    private static final int SECRET = 20;
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final SecondFactors factors;
    private final SecretBox box;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final RecoveryCodes codes = new RecoveryCodes();
    private final SecureRandom random = new SecureRandom();

    SecondFactorDesk(SecondFactors factors, SecretBox box, Clock clock, ApplicationEventPublisher events) {
        this.factors = factors;
        this.box = box;
        this.clock = clock;
        this.events = events;
    }

    /// What became of a typed code.
    enum Checked {
        APP,
        RECOVERY_CODE,
        WRONG,
        USED_BEFORE,
        UNREADABLE
    }

    @Transactional(readOnly = true)
    FactorState state(long user) {
        return new FactorState(
                factors.of(user).map(SecondFactors.Kept::confirmedAt).orElse(null), factors.codesLeft(user));
    }

    /// What was begun, and when: only who knows that confirms it.
    record Begun(Enrolment enrolment, Instant at) {}

    /// A new secret, which counts once a code confirms it.
    Begun begin(User user) {
        byte[] secret = new byte[SECRET];
        random.nextBytes(secret);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        factors.begin(user.id(), box.seal(user.id(), secret), now);
        return new Begun(Enrolment.of(user, secret), now);
    }

    /// The one that waits to be confirmed, once more.
    ///
    /// @param begun when it was begun in this session; null where none was
    @Transactional(readOnly = true)
    Optional<Enrolment> waiting(User user, @Nullable Instant begun) {
        return unconfirmed(user.id(), begun).map(secret -> Enrolment.of(user, secret));
    }

    private Optional<byte[]> unconfirmed(long user, @Nullable Instant begun) {
        return factors.of(user)
                .filter(kept -> kept.confirmedAt() == null
                        && kept.begunAt().equals(begun)
                        && kept.begunAt().plus(PATIENCE).isAfter(clock.instant()))
                .flatMap(kept -> box.open(user, kept.secret()));
    }

    /// @return the recovery codes, which are nowhere kept; nothing where the code is wrong
    Optional<List<String>> confirm(User user, @Nullable Instant begun, String typed) {
        OptionalLong step = unconfirmed(user.id(), begun).stream()
                .map(secret -> Totp.step(secret, digits(typed), clock.instant()))
                .findFirst()
                .orElse(OptionalLong.empty());
        if (step.isEmpty() || !factors.confirm(user.id(), step.getAsLong(), clock.instant())) {
            return Optional.empty();
        }
        events.publishEvent(new UserChanged(user.id(), "secondFactor", "set up"));
        return Optional.of(renewCodes(user.id()));
    }

    List<String> renewCodes(long user) {
        List<String> fresh = codes.generate();
        factors.replaceCodes(user, fresh.stream().map(RecoveryCodes::hash).toList(), clock.instant());
        return fresh;
    }

    /// Takes a code of the app or a recovery code, each once.
    Checked check(long user, String typed) {
        String bare = RecoveryCodes.bare(typed);
        if (RecoveryCodes.isOne(bare)) {
            boolean spent = factors.spendCode(user, RecoveryCodes.hash(bare), clock.instant());
            return spent ? Checked.RECOVERY_CODE : Checked.WRONG;
        }
        Optional<byte[]> secret = secret(user);
        if (secret.isEmpty()) {
            LOG.error("the second factor of user {} was sealed with another key than {}", user, SecretBox.FILE);
            return Checked.UNREADABLE;
        }
        OptionalLong step = Totp.step(secret.get(), bare, clock.instant());
        if (step.isEmpty()) {
            return Checked.WRONG;
        }
        return factors.spend(user, step.getAsLong()) ? Checked.APP : Checked.USED_BEFORE;
    }

    /// @return whether there was one
    boolean remove(long user, String how) {
        boolean removed = factors.remove(user);
        if (removed) {
            events.publishEvent(new UserChanged(user, "secondFactor", how));
        }
        return removed;
    }

    private Optional<byte[]> secret(long user) {
        return factors.of(user)
                .filter(kept -> kept.confirmedAt() != null)
                .flatMap(kept -> box.open(user, kept.secret()));
    }

    private static String digits(String typed) {
        return typed.replaceAll("\\s", "");
    }
}
