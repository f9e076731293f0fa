package mainstay.portfolio;

import org.jspecify.annotations.Nullable;

/// How an account pays, up to a day. Money has four decimals.
record Debts(
        long account, long fallenDue, long onTime, @Nullable Double daysLate, long openAmount, long overdue) {}
