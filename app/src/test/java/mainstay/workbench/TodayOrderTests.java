package mainstay.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mainstay.shared.WorkSource.Answer;
import mainstay.shared.WorkSource.Work;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TodayOrderTests {

    private static Work work(String subject, @Nullable Long money, int urgency, Answer... answers) {
        return Work.of("rule", subject, "/", "title", List.of(), "reason", List.of(), money, urgency, null)
                .answering(List.of(answers));
    }

    @Test
    void what_others_wait_for_comes_before_more_money_but_not_before_what_is_more_urgent() {
        Work approval = work("approval", null, 2, new Answer("approvals.grant", "/", "decision", "granted"));
        Work small = work("small", 10L, 2);
        Work loss = work("loss", -500L, 2);
        Work unknown = work("unknown", null, 2);
        Work pressing = work("pressing", 1L, 3);

        List<Today.Group> groups = Today.Group.of(List.of(unknown, small, loss, approval, pressing));

        assertThat(groups).extracting(Today.Group::urgency).containsExactly(3, 2);
        assertThat(groups.getLast().entries()).containsExactly(approval, loss, small, unknown);
    }
}
