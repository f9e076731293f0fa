package mainstay.accounts;

import java.math.BigDecimal;
import java.time.LocalDate;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What stands in the fields of the group editor, so that nothing typed is lost on a refusal.
///
/// @param part which of its forms was sent: `parent`, `member` or `end`
public record GroupForm(
        String part,
        String code,
        @Nullable BigDecimal holding,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Text refusal) {

    static GroupForm empty() {
        return new GroupForm("", "", null, null, null, null);
    }

    static GroupForm parent(
            String code, @Nullable BigDecimal holding, @Nullable LocalDate from, @Nullable LocalDate until) {
        return new GroupForm("parent", code, holding, from, until, null);
    }

    static GroupForm member(String code, @Nullable BigDecimal holding, @Nullable LocalDate from) {
        return new GroupForm("member", code, holding, from, null, null);
    }

    static GroupForm end(LocalDate from) {
        return new GroupForm("end", "", null, from, null, null);
    }

    GroupForm refused(Text why) {
        return new GroupForm(part, code, holding, from, until, why);
    }

    public String codeOf(String wanted) {
        return part.equals(wanted) ? code : "";
    }

    public String holdingOf(String wanted) {
        return part.equals(wanted) && holding != null ? holding.toPlainString() : "";
    }

    public String fromOf(String wanted) {
        return part.equals(wanted) && from != null ? from.toString() : "";
    }

    public String untilOf(String wanted) {
        return part.equals(wanted) && until != null ? until.toString() : "";
    }
}
