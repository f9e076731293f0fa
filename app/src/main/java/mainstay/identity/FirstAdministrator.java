package mainstay.identity;

import java.util.Optional;
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

    /// @return the password of the administrator that was just made; nothing where there are users already
    /// @throws IllegalArgumentException when the password set by the operator cannot be taken
    public Optional<String> ensure() {
        if (!desk.all().isEmpty()) {
            return Optional.empty();
        }
        String password = chosen == null || chosen.isBlank() ? passwords.generate() : chosen;
        return switch (desk.add(NAME, "Administrator", Role.ADMINISTRATOR, password)) {
            case UserChange.Done done -> Optional.of(password);
            case UserChange.Refused refused when refused.messageKey().equals("user.nameTaken") -> Optional.empty();
            case UserChange.Refused refused ->
                throw new IllegalArgumentException(
                        "MAINSTAY_ADMIN_PASSWORD cannot be taken: " + texts.get(Texts.ENGLISH, refused.messageKey()));
        };
    }
}
