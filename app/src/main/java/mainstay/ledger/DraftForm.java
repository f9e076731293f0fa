package mainstay.ledger;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import mainstay.ledger.file.Field;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Reads the form of a draft. Whoever changes how the file is read gets its columns looked at anew.
final class DraftForm {

    static final String COLUMN = "c:";
    static final String CALCULATION = "=";

    private static final int LONGEST = 1_000;

    private final MultiValueMap<String, String> form;

    private DraftForm(MultiValueMap<String, String> form) {
        this.form = form;
    }

    /// @param shown kind whose fields the form holds
    static ImportChoices read(MultiValueMap<String, String> form, ImportChoices before, Kind shown) {
        return new DraftForm(form).choices(before, shown);
    }

    private ImportChoices choices(ImportChoices before, Kind shown) {
        String kind = Kind.of(given("kind", shown.code())).orElse(shown).code();
        String profile = text("profile");
        String charset = charset();
        String separator = separator();
        String sheet = text("sheet");
        boolean otherwise = !kind.equals(shown.code())
                || !Objects.equals(profile, before.profile())
                || !Objects.equals(charset, before.charset())
                || !Objects.equals(separator, before.separator())
                || !Objects.equals(sheet, before.sheet());
        boolean otherKind = !kind.equals(shown.code());
        return new ImportChoices(
                kind,
                otherKind ? null : profile,
                otherwise ? Map.of() : maps(shown),
                dateFormat(),
                charset,
                separator,
                sheet,
                before.source(),
                "skip".equals(text("badRows")));
    }

    private Map<String, String> maps(Kind kind) {
        Map<String, String> maps = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            String column = form.getFirst("column." + field.name());
            if (column != null) {
                maps.put(field.name(), definition(column, text("expression." + field.name())));
            }
        }
        return maps;
    }

    private static String definition(String column, @Nullable String expression) {
        if (column.equals(CALCULATION)) {
            return expression == null ? CALCULATION : expression;
        }
        return column.startsWith(COLUMN) ? column.substring(COLUMN.length()) : "";
    }

    private @Nullable String dateFormat() {
        String own = text("datePattern");
        String pattern = own == null ? text("dateFormat") : own;
        if (pattern != null && !MappingWish.isDatePattern(pattern)) {
            throw new Problem.Invalid("imports.badPattern", pattern);
        }
        return pattern;
    }

    private @Nullable String charset() {
        String name = text("charset");
        if (name == null) {
            return null;
        }
        try {
            return Charset.forName(name).name();
        } catch (IllegalArgumentException unknown) {
            throw new Problem.Invalid("ledger.import.wrongOption", "charset", name);
        }
    }

    private @Nullable String separator() {
        String name = form.getFirst("separator");
        return name == null || name.isEmpty() ? null : Separator.of(name).text();
    }

    private String given(String name, String otherwise) {
        String value = text(name);
        return value == null ? otherwise : value;
    }

    private @Nullable String text(String name) {
        String value = form.getFirst(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST) {
            throw new Problem.Invalid("imports.tooLong");
        }
        return value.strip();
    }
}
