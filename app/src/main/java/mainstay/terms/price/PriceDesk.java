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
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import mainstay.terms.Conclusions;
import mainstay.terms.Conclusions.Kind;
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

    /// @return why fields cannot be taken; nothing was agreed or asked while there is one
    Map<String, Text> ask(AccountCard account, PriceForm form) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Text> refusals = form.refusals(today);
        if (!refusals.isEmpty()) {
            return refusals;
        }
        Wish wish = form.wish(today);
        prices.hold();
        Optional<Product> product = prices.product(wish.product(), wish.from());
        if (!wish.product().isEmpty() && product.isEmpty()) {
            refusals.put("product", Text.of("price.wrong.product", wish.product()));
        } else if (!wish.category().isEmpty() && !prices.isCategory(wish.category())) {
            refusals.put("category", Text.of("price.wrong.category", wish.category()));
        }
        words.refuse(refusals, account.id(), wish);
        prices.overlapping(account.id(), wish)
                .ifPresent(day -> refusals.putIfAbsent("from", Text.of("price.wrong.overlap", day)));
        if (refusals.isEmpty()) {
            agree(account, wish, product.orElse(null));
        }
        return refusals;
    }

    private void agree(AccountCard account, Wish wish, @Nullable Product product) {
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

    /// Ends what is agreed before its last day.
    void end(AccountCard account, long id) {
        if (!conclusions.end(Kind.PRICE, account.id(), id)) {
            throw new Problem.NotFound("agreement.unknown");
        }
        timeline.note(account.id(), "terms.ended", Map.of());
    }
}
