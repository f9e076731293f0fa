package mainstay.accounts;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mainstay.accounts.AccountColumn.Cell;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Money;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "Accounts")
@Allowed.Everyone
class AccountApi {

    private final AccountBook book;
    private final AccountDesk desk;
    private final Accounts accounts;

    AccountApi(AccountBook book, AccountDesk desk, Accounts accounts) {
        this.book = book;
        this.desk = desk;
        this.accounts = accounts;
    }

    /// An account in JSON; money in whole units of the firm's currency, unknown as null.
    ///
    /// @param href where it is found again, whatever characters its code has
    record AccountJson(
            String code,
            String href,
            String name,
            @Nullable String group,
            @Nullable String category,
            @Nullable String region,
            @Nullable String manager,
            @Nullable String managerName,
            @Nullable BigDecimal creditLimit,
            @Nullable Integer paymentTerm,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate closedOn,
            Map<String, @Nullable Object> figures) {

        static AccountJson of(AccountCard account, Map<String, Cell> cells) {
            Map<String, @Nullable Object> figures = new LinkedHashMap<>();
            cells.forEach((key, cell) -> figures.put(key, value(cell)));
            return new AccountJson(
                    account.code(),
                    href(account.code()),
                    account.name(),
                    account.groupCode(),
                    account.category(),
                    account.region(),
                    account.managerCode(),
                    account.manager(),
                    Money.decimal(account.creditLimit()),
                    account.paymentTermDays(),
                    account.openedOn(),
                    account.closedOn(),
                    figures);
        }

        static String href(String code) {
            return "/api/v1/accounts/" + AccountAddress.of(code);
        }

        private static @Nullable Object value(Cell cell) {
            Number number = cell.number();
            return switch (cell.form()) {
                case MONEY -> number == null ? null : Money.decimal(number.longValue());
                case DATE -> cell.day();
                case TEXT, TEXT_KEY -> cell.text();
                case PERCENT, NUMBER, DECIMAL, STARS -> number;
            };
        }
    }

    /// A page of accounts.
    ///
    /// @param next token for `after`; null on the last page
    record PageJson(
            int page,
            int size,
            long total,
            List<AccountJson> accounts,
            @Nullable String next) {}

    /// What is needed to open an account; everything but the code may be missing.
    record NewAccount(
            @Nullable String code,
            @Nullable String name,
            @Nullable String category,
            @Nullable String region,
            @Nullable String manager,
            @Nullable String managerName,
            @Nullable BigDecimal creditLimit,
            @Nullable Integer paymentTerm,
            @Nullable LocalDate openedOn,
            @Nullable String parent,
            @Nullable BigDecimal holding) {

        AccountMaster master() {
            if (code == null || code.isBlank()) {
                throw new Problem.Invalid("account.noCode");
            }
            Long limit = creditLimit == null ? null : Money.of(creditLimit).tenThousandths();
            return new AccountMaster(
                    0,
                    code,
                    name,
                    category,
                    region,
                    manager,
                    managerName,
                    limit,
                    paymentTerm,
                    openedOn,
                    null,
                    parent,
                    holding,
                    null);
        }
    }

    @GetMapping
    PageJson list(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String manager,
            @RequestParam(required = false) @Nullable String status) {
        AccountFilter filter = AccountFilter.of(q, region, category, manager, status);
        String order = sort == null ? book.usualSort() : sort;
        AccountLeaf leaf = book.page(new AccountListing(filter, order, page, AccountListing.asked(size), after));
        List<AccountJson> found = leaf.rows().stream()
                .map(row -> AccountJson.of(row.account(), row.figures()))
                .toList();
        Long next = leaf.next();
        return new PageJson(page, size, book.count(filter), found, next == null ? null : next.toString());
    }

    @GetMapping("/{code}")
    AccountJson one(@PathVariable String code) {
        return json(accounts.at(code));
    }

    @PostMapping
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
    ResponseEntity<AccountJson> open(@RequestBody NewAccount wanted) {
        return switch (desk.open(wanted.master())) {
            case AccountOpening.Opened opened ->
                ResponseEntity.created(URI.create(AccountJson.href(opened.code())))
                        .body(json(accounts.at(opened.code())));
            case AccountOpening.Taken taken -> throw new Problem.Conflict("account.taken", taken.code());
            case AccountOpening.Refused refused -> throw new Problem.Invalid(refused.messageKey(), refused.argument());
        };
    }

    private AccountJson json(AccountCard account) {
        AccountLeaf.Row row = book.row(account);
        return AccountJson.of(row.account(), row.figures());
    }
}
