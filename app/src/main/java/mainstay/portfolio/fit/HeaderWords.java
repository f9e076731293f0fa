package mainstay.portfolio.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import mainstay.portfolio.fit.Lines.Line;
import mainstay.shared.Problem;

/// The words by which headers of files call what a model needs, in English and Chinese; in each list of words a
/// column bearing one of the first line wins over those bearing one of the next.
enum HeaderWords {
    CUSTOMER(
            "customercode customerid customerno customernumber custid accountcode accountid accountno accountnumber"
                    + " clientid 客户编码 客户编号 客户代码 客户号 客户id 客戶編碼 客戶編號 客戶代碼",
            "customer cust client account buyer soldto 客户 客戶 购货单位 购买方",
            "id code",
            "customername clientname accountname company companyname 客户名称 客户名 客户全称 客户简称 公司名称 客戶名稱"),
    DATE(
            "date day 日期",
            "invoicedate documentdate docdate orderdate postingdate purchasedate transactiondate salesdate bookingdate"
                    + " 单据日期 开票日期 销售日期 业务日期 订单日期 出库日期 單據日期 發票日期 銷售日期 訂單日期"),
    AMOUNT(
            "amount netamount lineamount linetotal salesamount monetaryvalue 金额 销售金额 不含税金额 未税金额 金額" + " 銷售金額 未稅金額",
            "sales revenue total turnover value netvalue spend 销售额 銷售額",
            "m zbar mean price"),
    X("x", "frequency repeatpurchases"),
    LAST("tx", "recency ageatlastpurchase"),
    AGE("t", "tcal age"),
    BESIDE("document documentno documentnumber docno docnumber invoice invoiceno invoicenumber invoiceid order orderno"
            + " ordernumber orderid line lineno product productname productcode sku item quantity qty units unit unitprice"
            + " cost currency region channel salesperson category discount 单据号 单据编号 单号 发票号 发票号码 发票编号"
            + " 订单号 订单编号 出库单号 行号 产品 产品编码 产品名称 商品 数量 单位 单价 成本 币种 地区 区域 渠道 业务员"
            + " 單據編號 單號 發票號碼 訂單編號 產品 數量 單位 單價");

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable lists of texts
    private final List<List<String>> words;

    HeaderWords(String... words) {
        this.words =
                Arrays.stream(words).map(line -> List.of(line.split(" ", -1))).toList();
    }

    /// The column called so; −1 if none is.
    int column(Line header) {
        return best(header).stream().findFirst().orElse(-1);
    }

    /// The column of the customer; −1 if none is called so.
    static int customer(Line header) {
        List<Integer> found = CUSTOMER.best(header);
        if (found.size() > 1) {
            throw new Problem.Invalid("fit.twoCustomers", names(header, found));
        }
        return found.isEmpty() ? -1 : found.getFirst();
    }

    /// The column of the customer in a log; the only one with an unknown name if none is called so.
    static int buyer(Line header, int date) {
        int named = customer(header);
        if (named >= 0) {
            return named;
        }
        List<Integer> unknown = IntStream.range(0, header.cells().size())
                .filter(column -> column != date && !isKnown(header.cells().get(column)))
                .boxed()
                .toList();
        if (unknown.size() > 1) {
            throw new Problem.Invalid("fit.twoCustomers", names(header, unknown));
        }
        if (unknown.isEmpty()) {
            throw new Problem.Invalid("fit.noCustomer", String.join(", ", header.cells()));
        }
        return unknown.getFirst();
    }

    private static boolean isKnown(String name) {
        return Arrays.stream(values())
                .anyMatch(words -> words.words.stream().anyMatch(line -> line.contains(plain(name))));
    }

    private List<Integer> best(Line header) {
        return words.stream()
                .map(line -> IntStream.range(0, header.cells().size())
                        .filter(column -> line.contains(plain(header.cells().get(column))))
                        .boxed()
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static String names(Line header, List<Integer> columns) {
        return String.join(", ", columns.stream().map(header.cells()::get).toList());
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
    }
}
