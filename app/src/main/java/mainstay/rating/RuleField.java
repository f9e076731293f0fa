package mainstay.rating;

import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// A rule in the form.
///
/// @param written as it stands in the field, empty where it is unset
/// @param needed  whether it cannot be left empty
/// @param refusal why what was written cannot be taken, else null
public record RuleField(
        String code,
        String written,
        boolean needed,
        boolean money,
        @Nullable Text refusal) {
    static RuleField of(Rule rule, String written, @Nullable Text refusal) {
        return new RuleField(rule.code(), written, rule.isNeeded(), rule.isMoney(), refusal);
    }

    public boolean isRefused() {
        return refusal != null;
    }
}
