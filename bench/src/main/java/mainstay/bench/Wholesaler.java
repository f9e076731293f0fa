package mainstay.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Writes the ledger of an invented wholesaler: few large customers, many small ones. The same seed writes
/// the same bytes.
final class Wholesaler {

    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 11, 1);
    private static final int DAYS = 1_096;
    private static final int PRODUCTS = 2_000;
    private static final int MANAGERS = 200;
    private static final int LINES_OF_A_DOCUMENT = 5;
    private static final String[] PLACES = {
        "东莞", "深圳", "广州", "佛山", "杭州", "宁波", "苏州", "无锡", "上海", "青岛", "成都", "重庆", "武汉", "长沙", "天津"
    };
    private static final String[] WORDS = {
        "华兴", "永达", "恒通", "金辉", "新世纪", "瑞丰", "长城", "东方", "宏远", "海纳", "天成", "聚力", "信诚", "博雅"
    };
    private static final String[] TRADES = {"机械", "电子", "贸易", "食品", "五金", "包装", "塑胶", "建材", "纺织", "仪器"};
    private static final String[] KINDS = {"Retailer", "Dealer", "Factory", "Public body", "Online"};

    private final SplittableRandom chance;
    private final int accounts;
    private final double[] weights;

    Wholesaler(int accounts, long seed) {
        this.accounts = accounts;
        this.chance = new SplittableRandom(seed);
        this.weights = cumulated(accounts);
    }

    static String code(int account) {
        return "C%06d".formatted(account);
    }

    /// The account file: code, name, region, category, manager, limit, parent of every twentieth.
    void writeAccounts(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("code,name,category,region,manager,managerName,creditLimit,paymentTerm,openedOn,parent\n");
            for (int i = 0; i < accounts; i++) {
                int manager = i < 50 ? 0 : 1 + i % (MANAGERS - 1);
                String name = PLACES[i % PLACES.length]
                        + WORDS[i / 7 % WORDS.length]
                        + TRADES[i / 3 % TRADES.length]
                        + "有限公司 "
                        + i;
                String parent = i % 20 == 19 ? code(i - 1) : "";
                out.write("%s,%s,%s,%s,M%03d,Manager %03d,%d,%d,%s,%s%n"
                        .formatted(
                                code(i),
                                name,
                                KINDS[i % KINDS.length],
                                PLACES[i % PLACES.length],
                                manager,
                                manager,
                                10_000 + 500L * (i % 400),
                                30 * (1 + i % 3),
                                FIRST_DAY.minusDays(i % 2_000),
                                parent));
            }
        }
    }

    /// Lines of invoices and, one in fifty, credit notes, over three years.
    ///
    /// @param series begins the document numbers, so that two files never share one
    void writeSales(Path file, long lines, String series) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "customer,document,line,kind,date,product,productName,category,quantity,price,amount,cost,region\n");
            StringBuilder row = new StringBuilder(200);
            int account = 0;
            LocalDate day = FIRST_DAY;
            boolean credit = false;
            for (long i = 0; i < lines; i++) {
                int line = (int) (i % LINES_OF_A_DOCUMENT);
                if (line == 0) {
                    account = chosen();
                    day = FIRST_DAY.plusDays(i * DAYS / lines);
                    credit = chance.nextInt(50) == 0;
                }
                row.setLength(0);
                append(row, account, series, i / LINES_OF_A_DOCUMENT, line, credit, day);
                out.append(row);
            }
        }
    }

    private void append(
            StringBuilder row, int account, String series, long document, int line, boolean credit, LocalDate day) {
        int product = chance.nextInt(PRODUCTS);
        int quantity = (1 + chance.nextInt(40)) * (credit ? -1 : 1);
        int price = 100 + product * 7 % 9_900;
        int cost = price * (60 + product % 30) / 100;
        row.append(code(account))
                .append(',')
                .append(series)
                .append(document)
                .append(',')
                .append(line + 1);
        row.append(credit ? ",credit," : ",invoice,").append(day).append(",P").append(product);
        row.append(",Product ")
                .append(product)
                .append(",Category ")
                .append(product % 40)
                .append(',');
        row.append(quantity).append(',');
        money(row, price).append(',');
        money(row, (long) price * quantity).append(',');
        money(row, (long) cost * quantity).append(',');
        row.append(PLACES[account % PLACES.length]).append('\n');
    }

    private static StringBuilder money(StringBuilder row, long cents) {
        long whole = Math.abs(cents);
        return row.append(cents < 0 ? "-" : "")
                .append(whole / 100)
                .append('.')
                .append(whole % 100 / 10)
                .append(whole % 10);
    }

    private int chosen() {
        int found = Arrays.binarySearch(weights, chance.nextDouble());
        return Math.min(found < 0 ? -found - 1 : found, accounts - 1);
    }

    /// The weight of the n-th customer falls with n to the power of 0.9.
    private static double[] cumulated(int accounts) {
        double[] sums = new double[accounts];
        double sum = 0;
        for (int i = 0; i < accounts; i++) {
            sum += Math.pow(i + 1.0, -0.9);
            sums[i] = sum;
        }
        for (int i = 0; i < accounts; i++) {
            sums[i] /= sum;
        }
        return sums;
    }
}
