package mainstay.identity;

import java.util.Optional;
import mainstay.shared.BadSetting;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Makes sure that somebody can sign in: an installation without users gets its first administrator.
@Component
public class FirstAdministrator {

    public static final String NAME = "admin";

    private final UserDesk desk;
    private final Passwords passwords;
    private final Texts texts;
    private final @Nullable String chosen;

    FirstAdministrator(
            UserDesk desk,
            Passwords passwords,
            Texts texts,
            @Value("${mainstay.admin-password:#{null}}") @Nullable String chosen) {
        this.desk = desk;
        this.passwords = passwords;
        this.texts = texts;
        this.chosen = chosen;
    }

    /// The administrator who was just made.
    ///
    /// @param generated the password made for them; null where the operator had set one
    public record Made(@Nullable String generated) {}

    /// @return nothing where there are users already
    /// @throws BadSetting when the password set by the operator cannot be taken
    public Optional<Made> ensure() {
        if (!desk.all().isEmpty()) {
            return Optional.empty();
        }
        String set = chosen == null || chosen.isBlank() ? null : chosen;
        String password = set == null ? passwords.generate() : set;
        return switch (desk.add(NAME, "Administrator", Role.ADMINISTRATOR, password)) {
            case UserChange.Done done -> Optional.of(new Made(set == null ? password : null));
            case UserChange.Refused refused when refused.messageKey().equals("user.nameTaken") -> Optional.empty();
            case UserChange.Refused refused -> throw refusal(refused.messageKey());
        };
    }

    /// Says early that the password will not do, while it still matters.
    ///
    /// @throws BadSetting when there is nobody yet and the password set by the operator cannot be taken
    void check() {
        if (chosen != null && !chosen.isBlank() && desk.all().isEmpty()) {
            passwords.refusal(chosen, NAME).ifPresent(key -> {
                throw refusal(key);
            });
        }
    }

    private BadSetting refusal(String messageKey) {
        return new BadSetting("MAINSTAY_ADMIN_PASSWORD cannot be taken: " + texts.get(Texts.ENGLISH, messageKey));
    }
}
