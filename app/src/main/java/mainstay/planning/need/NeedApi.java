package mainstay.planning.need;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.planning.PlanningRefusals;
import mainstay.planning.Written;
import mainstay.shared.Money;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/accounts/{code}/needs")
@Tag(name = "Plans")
@Allowed.Everyone
class NeedApi {

    private final Accounts accounts;
    private final NeedDesk desk;
    private final PlanningRefusals refusals;

    NeedApi(Accounts accounts, NeedDesk desk, PlanningRefusals refusals) {
        this.accounts = accounts;
        this.desk = desk;
        this.refusals = refusals;
    }

    /// What is asked of a supply, or what can be done.
    ///
    /// @param deliveries in a year
    /// @param cycleDays  between two of them
    /// @param price      for one unit, in the firm's currency
    record TermsJson(
            @Nullable Integer leadDays,
            @Nullable BigDecimal batch,
            @Nullable Integer deliveries,
            @Nullable Integer cycleDays,
            @Nullable BigDecimal price) {

        void into(Map<String, String> fields, String before) {
            put(fields, NeedForm.named(before, "leadDays"), leadDays);
            put(fields, NeedForm.named(before, "batch"), batch);
            put(fields, NeedForm.named(before, "deliveries"), deliveries);
            put(fields, NeedForm.named(before, "cycleDays"), cycleDays);
            put(fields, NeedForm.named(before, "price"), price);
        }
    }

    /// A need.
    ///
    /// @param kind       `wish` or `supply`
    /// @param priority   1 must be, 2 should be, 3 would be nice
    /// @param person     number of a person of the account
    /// @param submission for a new one, UUID of the program's own choice: sent twice, it makes one need
    record NeedJson(
            @Nullable Long id,
            @Nullable String kind,
            @Nullable String title,
            @Nullable String detail,
            @Nullable Integer priority,
            @Nullable String source,
            @Nullable LocalDate voicedOn,
            @Nullable Long person,
            @Nullable String product,
            @Nullable String unit,
            @Nullable TermsJson wanted,
            @Nullable TermsJson possible,
            @Nullable Boolean training,
            @Nullable Boolean survey,
            @Nullable String answer,
            @Nullable String state,
            @Nullable UUID submission) {

        static NeedJson of(Need need) {
            return new NeedJson(
                    need.id(),
                    need.kind(),
                    need.title(),
                    need.detail(),
                    need.priority(),
                    need.source(),
                    need.voicedOn(),
                    need.personId(),
                    need.product(),
                    need.unit(),
                    new TermsJson(
                            need.leadDays(),
                            Money.decimal(need.batch()),
                            need.deliveries(),
                            need.cycleDays(),
                            Money.decimal(need.price())),
                    new TermsJson(
                            need.canLeadDays(),
                            Money.decimal(need.canBatch()),
                            need.canDeliveries(),
                            need.canCycleDays(),
                            Money.decimal(need.canPrice())),
                    need.training(),
                    need.survey(),
                    need.answer(),
                    need.state(),
                    null);
        }

        Written written() {
            Map<String, String> fields = new LinkedHashMap<>();
            put(fields, "kind", kind);
            put(fields, "title", title);
            put(fields, "detail", detail);
            put(fields, "priority", priority);
            put(fields, "source", source);
            put(fields, "voicedOn", voicedOn);
            put(fields, "person", person);
            put(fields, "product", product);
            put(fields, "unit", unit);
            put(fields, "training", training);
            put(fields, "survey", survey);
            put(fields, "answer", answer);
            put(fields, "state", state == null ? "open" : state);
            put(fields, Written.SUBMISSION, submission == null ? UUID.randomUUID() : submission);
            if (wanted != null) {
                wanted.into(fields, "");
            }
            if (possible != null) {
                possible.into(fields, "can");
            }
            return Written.of(fields);
        }
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value));
        }
    }

    @GetMapping
    List<NeedJson> list(@PathVariable String code) {
        AccountCard account = seen(code);
        return desk.of(account.id()).stream()
                .map(answered -> NeedJson.of(answered.need()))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
    NeedJson add(@PathVariable String code, @RequestBody NeedJson wanted) {
        Written form = wanted.written();
        return desk.add(seen(code).id(), form)
                .map(id -> NeedJson.of(desk.at(id).need()))
                .orElseThrow(() -> refusals.of(form));
    }

    private AccountCard seen(String code) {
        AccountCard account = accounts.at(code);
        if (!desk.sees(account.id())) {
            throw new Problem.Forbidden("account.notYours");
        }
        return account;
    }
}
