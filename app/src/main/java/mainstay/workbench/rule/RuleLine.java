package mainstay.workbench.rule;

import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// A rule as it stands on the page.
///
/// @param refusal why what was written was not taken
public record RuleLine(
        WorkRule rule,
        RuleRecord record,
        RuleForm form,
        @Nullable Text refusal) {}
