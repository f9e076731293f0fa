package mainstay.workbench;

import mainstay.shared.WorkSource.Work;

/// What makes an entry of Today the same one tomorrow.
public record WorkKey(String rule, String subject) {

    public static WorkKey of(Work work) {
        return new WorkKey(work.rule(), work.subject());
    }

    static WorkKey of(Handed handed) {
        return new WorkKey(handed.rule(), handed.subject());
    }

    static WorkKey of(WorkState state) {
        return new WorkKey(state.rule(), state.subject());
    }
}
