package mainstay.workbench.digest;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Objects;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.FirmDesk;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.web.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Service;

/// Sends the mails of a working day, each once.
@Service
class DigestRun {

    private static final Logger LOG = LoggerFactory.getLogger(DigestRun.class);

    private final MailSettings settings;
    private final Mailer mailer;
    private final DigestWriter writer;
    private final Digests digests;
    private final UserDesk users;
    private final FirmDesk firm;
    private final Clock clock;

    DigestRun(
            MailSettings settings,
            Mailer mailer,
            DigestWriter writer,
            Digests digests,
            UserDesk users,
            FirmDesk firm,
            Clock clock) {
        this.settings = settings;
        this.mailer = mailer;
        this.writer = writer;
        this.digests = digests;
        this.users = users;
        this.firm = firm;
        this.clock = clock;
    }

    /// To be run as the application itself, as often as one likes.
    void send() {
        LocalDate day = LocalDate.now(clock);
        if (!settings.isOn() || !isWorkingDay(day)) {
            return;
        }
        for (DigestWish wish : digests.due(LocalTime.now(clock).getHour(), day)) {
            if (digests.claim(wish.userId(), day, clock.instant())) {
                users.byId(wish.userId()).ifPresent(user -> send(user, wish, day));
            }
        }
    }

    private boolean isWorkingDay(LocalDate day) {
        return firm.settings()
                .workingDays()
                .contains(String.valueOf(day.getDayOfWeek().getValue()));
    }

    private void send(User user, DigestWish wish, LocalDate day) {
        if (!settings.takes(wish.address())) {
            digests.ended(user.id(), day, "failed", 0, writer.refused(settings.domains(), language(user)));
            return;
        }
        try {
            Mail mail = Acting.as(Actor.of(user), () -> writer.write(user.fullName(), language(user)));
            if (mail.entries() > 0) {
                mailer.send(wish.address(), mail);
            }
            digests.ended(user.id(), day, mail.entries() > 0 ? "sent" : "nothing", mail.entries(), null);
        } catch (MailException refused) {
            LOG.warn("the list of the day could not be sent to user {}: {}", user.id(), refused.getMessage());
            digests.ended(user.id(), day, "failed", 0, Objects.requireNonNullElse(refused.getMessage(), ""));
        } catch (RuntimeException failed) {
            LOG.error("the list of the day could not be made for user {}", user.id(), failed);
            digests.ended(user.id(), day, "failed", 0, failed.getClass().getSimpleName());
        }
    }

    private static Locale language(User user) {
        Locale chosen = user.language();
        return chosen == null ? Texts.ENGLISH : Texts.nearest(chosen);
    }
}
