package mainstay.dossier.document;

import java.util.Arrays;
import java.util.Locale;

/// The kinds of files that are taken.
public enum FileKind {
    PDF("pdf", "application/pdf", true),
    PNG("png", "image/png", true),
    JPEG("jpeg", "image/jpeg", true),
    WEBP("webp", "image/webp", true),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", false),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false),
    CSV("csv", "text/csv;charset=UTF-8", false),
    TXT("txt", "text/plain;charset=UTF-8", false);

    private final String code;
    private final String mediaType;
    private final boolean shown;

    FileKind(String code, String mediaType, boolean shown) {
        this.code = code;
        this.mediaType = mediaType;
        this.shown = shown;
    }

    public String code() {
        return code;
    }

    String mediaType() {
        return mediaType;
    }

    /// Whether a browser shows it without running anything of it.
    public boolean isShown() {
        return shown;
    }

    public boolean isPicture() {
        return shown && this != PDF;
    }

    public String key() {
        return "document.kind." + code;
    }

    /// The name with an ending that says what it is, so that nobody's computer takes it for something else.
    String named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean fits = lower.endsWith("." + code) || (this == JPEG && lower.endsWith(".jpg"));
        return fits ? name : name + "." + code;
    }

    static FileKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }
}
