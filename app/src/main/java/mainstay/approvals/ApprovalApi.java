package mainstay.approvals;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import mainstay.identity.Allowed;
import mainstay.shared.Money;
import mainstay.shared.Problem;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Approvals")
@RequestMapping("/api/v1/approvals")
@Allowed.Everyone
class ApprovalApi {

    private static final int MOST = 200;

    private final ApprovalDesk desk;
    private final Texts texts;
    private final PageContexts contexts;

    ApprovalApi(ApprovalDesk desk, Texts texts, PageContexts contexts) {
        this.desk = desk;
        this.texts = texts;
        this.contexts = contexts;
    }

    /// @param amount in the firm's currency
    record Request(
            long id,
            String kind,
            String title,
            @Nullable BigDecimal amount,
            String reason,
            String requester,
            Instant requestedAt,
            Instant due,
            String status,
            @Nullable Instant endedAt,
            List<StepOf> steps) {}

    record StepOf(
            int turn,
            @Nullable String role,
            @Nullable String approver,
            @Nullable Instant openedAt,
            @Nullable Instant takenAt,
            @Nullable Instant decidedAt,
            @Nullable String decision,
            @Nullable String decider,
            @Nullable String onBehalfOf,
            boolean alone,
            @Nullable String remark) {}

    record Answer(@Nullable String decision, @Nullable String remark) {}

    /// @param list `waiting` for me, `mine`, `pending` or `ended`
    @GetMapping
    List<Request> list(
            @RequestParam(defaultValue = "waiting") String list,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request) {
        if (page < 1 || page > 100_000) {
            throw new Problem.Invalid("approvals.badPage");
        }
        List<Approval> found = switch (list) {
            case "waiting" -> desk.waitingForMe(MOST);
            case "mine" -> desk.mine(MOST);
            case "pending", "ended" -> desk.all(list, MOST, (page - 1) * MOST);
            default -> throw new Problem.Invalid("approvals.noSuchList");
        };
        return found.stream().map(approval -> shown(approval, request)).toList();
    }

    @GetMapping("/{id}")
    Request one(@PathVariable long id, HttpServletRequest request) {
        return shown(desk.view(id).approval(), request);
    }

    @PostMapping("/{id}/decisions")
    Request decide(@PathVariable long id, @RequestBody Answer answer, HttpServletRequest request) {
        String decision = answer.decision();
        String remark = answer.remark();
        return shown(
                desk.decide(
                        id,
                        ApprovalController.decision(decision == null ? "" : decision),
                        remark == null ? "" : remark),
                request);
    }

    private Request shown(Approval approval, HttpServletRequest request) {
        return new Request(
                approval.id(),
                approval.kind(),
                texts.get(contexts.locale(request), plain(approval.title())),
                Money.decimal(approval.amount()),
                approval.reason(),
                approval.requester(),
                approval.requestedAt(),
                approval.due(),
                approval.status().code(),
                approval.endedAt(),
                desk.steps(approval.id()).stream().map(ApprovalApi::shown).toList());
    }

    /// Amounts as programs write them.
    private static Text plain(Text title) {
        return new Text(
                title.key(),
                title.arguments().stream()
                        .map(argument -> switch (argument) {
                            case Money money -> money.toDecimal().toPlainString();
                            case Text text -> plain(text);
                            default -> argument;
                        })
                        .toList());
    }

    private static StepOf shown(Step step) {
        Step.Decision decision = step.decision();
        return new StepOf(
                step.turn(),
                step.role(),
                step.approver(),
                step.openedAt(),
                step.takenAt(),
                step.decidedAt(),
                decision == null ? null : decision.code(),
                step.decider(),
                step.onBehalfOf(),
                step.alone(),
                step.remark());
    }
}
