package mainstay.planning.plan;

import java.time.LocalDate;
import java.util.List;
import mainstay.approvals.Approval;
import mainstay.planning.plan.Editions.Edition;
import mainstay.planning.plan.Review.Decision;
import mainstay.planning.work.GanttChart;
import mainstay.planning.work.ItemEffect;
import mainstay.planning.work.WorkItem;
import org.jspecify.annotations.Nullable;

/// A plan with all that stands in it.
///
/// @param asked      the request that waits for a yes; null where none does
/// @param nextReview when it is looked at again
/// @param overlapping other plans of the account that are not closed either and share days with it
/// @param accountPath address of the account's page
public record PlanView(
        Plan plan,
        String accountPath,
        List<GoalProgress> goals,
        List<Risk> risks,
        List<WorkItem> work,
        List<ItemEffect> effects,
        GanttChart gantt,
        List<Review> reviews,
        List<Decision> decisions,
        List<Edition> editions,
        @Nullable Approval asked,
        LocalDate nextReview,
        List<Plan> overlapping,
        LocalDate today,
        boolean mayWrite) {

    public boolean isReviewDue() {
        return plan.isOpen() && !nextReview.isAfter(today) && !today.isAfter(plan.periodTo());
    }

    /// Whether its days are over and nobody has closed it.
    public boolean isEnded() {
        return plan.isOpen() && plan.isOver(today);
    }

    /// Whether a meeting about it was held today.
    public boolean isReviewedToday() {
        return !reviews.isEmpty() && reviews.getFirst().heldOn().equals(today);
    }

    public List<Decision> decisionsOf(Review review) {
        return decisions.stream()
                .filter(decision -> decision.reviewId() == review.id())
                .toList();
    }

    public @Nullable ItemEffect effectOf(WorkItem item) {
        return effects.stream()
                .filter(effect -> effect.itemId() == item.id())
                .findFirst()
                .orElse(null);
    }

    /// Hours of work that is still to be done.
    public double hoursLeft() {
        return work.stream()
                .filter(WorkItem::isToDo)
                .mapToDouble(item -> item.hours() == null ? 0 : item.hours() / 10.0)
                .sum();
    }

    public long overdue() {
        return work.stream().filter(item -> item.isOverdue(today)).count();
    }

    public long leftOpen() {
        return work.stream().filter(WorkItem::isLeftOpen).count();
    }

    public long toDo() {
        return work.stream().filter(WorkItem::isToDo).count();
    }
}
