package mainstay.terms.price;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.activity.Timeline;
import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalWish;
import mainstay.approvals.Approvals;
import mainstay.identity.FirmDesk;
import mainstay.shared.ExactMoney;
import mainstay.shared.web.Text;
import mainstay.terms.Conclusions;
import mainstay.terms.Conclusions.Kind;
import mainstay.terms.Ending;
import mainstay.terms.SolidStars;
import mainstay.terms.price.PriceAgreements.Product;
import mainstay.terms.price.PriceForm.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Agrees prices. One at the floor price or above holds at once; one below it, or that cannot be held
/// against it, holds once somebody has approved the exception.
@Service
@Transactional
class PriceDesk {

    static final String EXCEPTION = "price-exception";
    private static final String SUBJECT = "price/";

    private final PriceAgreements prices;
    private final KnownWords words;
    private final Conclusions conclusions;
    private final Approvals approvals;
    private final FirmDesk firm;
    private final SolidStars stars;
    private final Timeline timeline;
    private final Clock clock;

    PriceDesk(
            PriceAgreements prices,
            KnownWords words,
            Conclusions conclusions,
            Approvals approvals,
            FirmDesk firm,
            SolidStars stars,
            Timeline timeline,
            Clock clock) {
        this.prices = prices;
        this.words = words;
        this.conclusions = conclusions;
        this.approvals = approvals;
        this.firm = firm;
        this.stars = stars;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<PriceAgreement> of(long account) {
        return prices.of(account);
    }

    /// What became of a form.
    ///
    /// @param refusals why fields cannot be taken; nothing was agreed or asked while there is one
    /// @param waits    whether it holds only once it is approved
    record Answer(Map<String, Text> refusals, boolean waits) {}

    /// All that is wrong is told at once, unknown words with the rest.
    Answer ask(AccountCard account, PriceForm form) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Text> refusals = form.refusals(today);
        Optional<Product> product = prices.product(form.of("product"), form.first(today), form.last());
        refuseUnknown(refusals, form, product.isPresent());
        words.refuse(refusals, account.id(), form);
        if (!refusals.isEmpty()) {
            return new Answer(refusals, false);
        }
        Wish wish = form.wish(today);
        prices.hold();
        prices.overlapping(account.id(), wish)
                .ifPresent(day -> refusals.put("from", Text.of("price.wrong.overlap", day)));
        return new Answer(refusals, refusals.isEmpty() && agree(account, wish, product.orElse(null)));
    }

    private void refuseUnknown(Map<String, Text> refusals, PriceForm form, boolean known) {
        String product = form.of("product");
        String category = form.of("category");
        if (!product.isEmpty() && !known) {
            refusals.putIfAbsent("product", Text.of("price.wrong.product", product));
        }
        if (!category.isEmpty() && !prices.isCategory(category)) {
            refusals.putIfAbsent("category", Text.of("price.wrong.category", category));
        }
    }

    /// @return whether it waits for approval
    private boolean agree(AccountCard account, Wish wish, @Nullable Product product) {
        Long floor = product == null ? null : product.floorPrice();
        boolean comparable = product != null && isComparable(wish, product);
        Long price = wish.price();
        boolean exception = price == null || (floor != null && (!comparable || price < floor));
        long id = prices.add(account.id(), wish, comparable ? floor : null, exception);
        if (exception) {
            approvals.ask(new ApprovalWish(
                    EXCEPTION,
                    SUBJECT + id,
                    account.id(),
                    stars.of(account.id()),
                    null,
                    title(account, wish, comparable ? floor : null),
                    account.path() + "/" + PricePanels.PRICES,
                    wish.reason()));
        } else {
            timeline.note(account.id(), "price", Map.of("what", wish.product()));
        }
        return exception;
    }

    private boolean isComparable(Wish wish, Product product) {
        String unit = product.unit();
        return wish.currency().equals(firm.settings().currency())
                && (wish.unit().isEmpty() || unit == null || unit.equals(wish.unit()));
    }

    private static Text title(AccountCard account, Wish wish, @Nullable Long floor) {
        String about = wish.product().isEmpty() ? wish.category() : wish.product();
        Long price = wish.price();
        if (price == null) {
            return Text.of("price.askDiscount", about, account.name(), percent(wish));
        }
        return floor == null
                ? Text.of("price.askUnknown", new ExactMoney(price), wish.currency(), about, account.name())
                : Text.of(
                        "price.askBelow",
                        new ExactMoney(price),
                        wish.currency(),
                        about,
                        account.name(),
                        new ExactMoney(floor));
    }

    private static String percent(Wish wish) {
        BigDecimal discount = wish.discount();
        return discount == null
                ? ""
                : discount.movePointRight(2).stripTrailingZeros().toPlainString();
    }

    void decide(Approval approval) {
        conclusions.decide(
                Kind.PRICE,
                Long.parseLong(approval.subject().substring(SUBJECT.length())),
                approval.status() == Approval.Status.GRANTED);
    }

    /// Ends what is agreed before its last day, for a reason.
    Ending end(AccountCard account, long id, @Nullable String reason) {
        Ending ending = conclusions.end(Kind.PRICE, account.id(), id, reason);
        if (!ending.isRefused()) {
            timeline.note(
                    account.id(), "terms.ended", Map.of("reason", ending.reason(), "textMeasure", "price.heading"));
        }
        return ending;
    }
}
