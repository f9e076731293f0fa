package mainstay.planning;

import java.util.stream.Collectors;
import mainstay.shared.Problem;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Tells programs which fields could not be taken, by their names, and why.
@Component
public class PlanningRefusals {

    private final Texts texts;
    private final PageContexts contexts;

    PlanningRefusals(Texts texts, PageContexts contexts) {
        this.texts = texts;
        this.contexts = contexts;
    }

    public Problem of(Written form) {
        if (form.refusals().containsKey(Written.VERSION)) {
            return new Problem.Conflict("planning.overtakenApi");
        }
        return new Problem.Invalid(
                "planning.refused",
                form.refusals().entrySet().stream()
                        .map(refusal -> refusal.getKey() + ": " + told(refusal.getValue()))
                        .collect(Collectors.joining(" ")));
    }

    private String told(Text why) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes at
                ? texts.get(contexts.locale(at.getRequest()), why)
                : why.key();
    }
}
