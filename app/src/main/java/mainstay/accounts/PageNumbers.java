package mainstay.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Which page numbers stand below a list: the first, the last, and those around the one that is shown. 0
/// stands for those left out.
public record PageNumbers(long shown, List<Long> numbers) {

    private static final int AROUND = 2;

    static PageNumbers of(long shown, long last) {
        TreeSet<Long> wanted = new TreeSet<>();
        wanted.add(1L);
        wanted.add(last);
        for (long number = shown - AROUND; number <= shown + AROUND; number++) {
            if (number >= 1 && number <= last) {
                wanted.add(number);
            }
        }
        List<Long> numbers = new ArrayList<>();
        long before = 0;
        for (long number : wanted) {
            if (number > before + 1) {
                numbers.add(0L);
            }
            numbers.add(number);
            before = number;
        }
        return new PageNumbers(shown, List.copyOf(numbers));
    }
}
