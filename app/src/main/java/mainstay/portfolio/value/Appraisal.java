package mainstay.portfolio.value;

import java.util.List;
import java.util.Map;
import mainstay.analytics.btyd.Interval;
import mainstay.analytics.rhythm.Lateness;
import mainstay.analytics.rhythm.PeerRhythm;
import mainstay.analytics.rhythm.RateChange;
import org.jspecify.annotations.Nullable;

/// Makes a row per account, on all cores.
///
/// @param before by account, of the run that this one is compared with
record Appraisal(
        FittedBase base, PeerRhythm peers, Map<Long, Assortments.Change> assortments, Map<Long, AliveBefore> before) {
    private static final double CLEAR_FALL = 0.1;

    List<AccountValue> of(List<Buyer> buyers) {
        return buyers.parallelStream().map(this::of).toList();
    }

    private AccountValue of(Buyer buyer) {
        Outlook outlook = base.outlook(buyer);
        Margins.Rate rate = base.margins().of(buyer);
        Spending.Expected spend = outlook == null ? null : base.spend(buyer, outlook);
        Worth worth = outlook == null || spend == null ? null : Worth.of(outlook, spend, rate);
        return row(buyer, outlook, spend, rate, worth, Signs.of(buyer, base.asOf(), peers));
    }

    private boolean isGone(Buyer buyer, @Nullable Double alive, Signs signs) {
        boolean hardly = alive != null && alive < Bridge.GONE;
        return hardly || (signs.isLate() && buyer.last().isBefore(base.asOf().minusMonths(12)));
    }

    private AccountValue row(
            Buyer buyer,
            @Nullable Outlook outlook,
            Spending.@Nullable Expected spend,
            Margins.Rate rate,
            @Nullable Worth worth,
            Signs signs) {
        Interval alive = outlook == null ? null : outlook.aliveRange();
        Interval expected = outlook == null ? null : outlook.purchasesRange();
        Lateness late = signs.lateness();
        RateChange change = signs.rate();
        Assortments.Change breadth = assortments.get(buyer.account());
        String method = (outlook == null ? Outlook.Method.NONE : outlook.method()).code();
        AliveBefore then = before.get(buyer.account());
        Double earlier = then == null ? null : then.by(method);
        Double now = outlook == null ? null : outlook.alive();
        boolean narrows = breadth != null && breadth.narrows();
        boolean fades = earlier != null && now != null && earlier - now >= CLEAR_FALL;
        return new AccountValue(
                base.asOf(),
                buyer.account(),
                method,
                buyer.repeats(),
                buyer.first(),
                buyer.last(),
                now,
                alive == null ? null : (Double) alive.low(),
                alive == null ? null : (Double) alive.high(),
                outlook == null ? null : (Double) outlook.purchases(),
                expected == null ? null : (Double) expected.low(),
                expected == null ? null : (Double) expected.high(),
                worth == null ? null : (Long) worth.spend(),
                spend == null ? null : spend.error(),
                spend == null ? null : spend.source(),
                rate.rate(),
                rate.source(),
                buyer.year().margin(),
                worth == null ? null : (Long) worth.margin(),
                worth == null ? null : worth.marginLow(),
                worth == null ? null : worth.marginHigh(),
                worth == null ? null : (Long) worth.stayingMargin(),
                worth == null ? null : (Long) worth.value(),
                worth == null ? null : worth.valueLow(),
                worth == null ? null : worth.valueHigh(),
                late == null ? null : (Integer) late.currentGap(),
                late == null ? null : (Double) late.late().days(),
                late == null ? null : (Double) late.silent().days(),
                signs.state(),
                buyer.repeats() == 0 ? null : (Integer) buyer.gapsFrom(base.asOf()),
                buyer.repeats() == 0 ? null : (Integer) buyer.longestGap(),
                change == null ? null : (Integer) change.before(),
                change == null ? null : (Integer) change.after(),
                signs.ratio(),
                change == null ? null : (Double) change.pValue(),
                breadth == null ? null : (Integer) breadth.lost(),
                breadth == null ? null : (Integer) breadth.gained(),
                breadth == null ? null : breadth.lostShare(),
                earlier,
                signs.falls(),
                narrows,
                fades,
                !buyer.closed() && (signs.isLate() || signs.falls() || narrows || fades),
                !buyer.closed() && isGone(buyer, now, signs),
                worth == null ? null : worth.atRisk());
    }
}
