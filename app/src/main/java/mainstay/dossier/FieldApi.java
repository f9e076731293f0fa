package mainstay.dossier;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import mainstay.identity.Allowed;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/archive/fields")
@Tag(name = "Archive")
@Allowed.Everyone
class FieldApi {

    private final Fields fields;
    private final Texts texts;
    private final PageContexts contexts;

    FieldApi(Fields fields, Texts texts, PageContexts contexts) {
        this.fields = fields;
        this.texts = texts;
        this.contexts = contexts;
    }

    /// A field of the archive.
    ///
    /// @param part        `basic`, `characteristics`, `business` or `transaction`
    /// @param kind        `text`, `number`, `money`, `date`, `yesNo`, `choice`, `creditCode` or `read`
    /// @param halfLife    months after which a value is old; null: never
    /// @param sensitivity the level from which on values are read: `card`, `business` or `full`
    /// @param categories  of accounts that are asked; empty: all
    /// @param leastStars  only accounts with so many solid stars are asked; null: all
    /// @param retired     whether it is asked no more
    record FieldJson(
            String code,
            String name,
            String part,
            String kind,
            @Nullable String unit,
            List<String> choices,
            @Nullable Integer halfLife,
            int weight,
            String sensitivity,
            List<String> categories,
            @Nullable Integer leastStars,
            boolean retired) {}

    @GetMapping
    List<FieldJson> all(HttpServletRequest request) {
        Locale locale = contexts.locale(request);
        return fields.all().stream().map(field -> json(field, locale)).toList();
    }

    private FieldJson json(Field field, Locale locale) {
        return new FieldJson(
                field.code(),
                texts.get(locale, field.labelKey()),
                field.part().code(),
                field.kind().code(),
                field.unit(),
                field.choices(),
                field.halfLife(),
                field.weight(),
                field.sensitivity().name().toLowerCase(Locale.ROOT),
                field.categories(),
                field.leastStars(),
                field.retired());
    }
}
