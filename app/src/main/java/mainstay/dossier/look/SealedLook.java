package mainstay.dossier.look;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A look as it goes into the chain. What is said here is said in the database, too
/// (`dossier.look_text`): whoever
/// verifies does not ask the one that may have been tampered with.
record SealedLook(
        long id,
        Instant at,
        @Nullable Long user,
        String actor,
        long account,
        String what,
        List<String> parts,
        int level,
        @Nullable Long loan,
        @Nullable String detail) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    String text() {
        return Stream.of(
                        said(String.valueOf(id)),
                        said(MOMENT.format(at)),
                        said(text(user)),
                        said(actor),
                        said(String.valueOf(account)),
                        said(what),
                        said(String.join(",", parts)),
                        said(String.valueOf(level)),
                        said(text(loan)),
                        said(detail))
                .collect(Collectors.joining());
    }

    private static @Nullable String text(@Nullable Long number) {
        return number == null ? null : number.toString();
    }

    private static String said(@Nullable String word) {
        return word == null ? "-;" : word.codePointCount(0, word.length()) + ":" + word + ";";
    }

    /// In hexadecimal digits, as the one before.
    String hashAfter(String previous) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(previous));
            return HexFormat.of().formatHex(digest.digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
