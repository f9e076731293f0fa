package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files sent by a program.
@Story
class ImportApiTests {

    private static final String GOOD = "customer,document,date,amount\nA1,I-1,2024-01-05,280206.02\n";
    private static final String BAD = "customer,document,date,amount\nA1,I-2,2024-01-05,1\n=A2,I-3,2024-01-05,much\n";

    private final MockMvc web;
    private final Cast cast;

    private final UploadedImports uploads;
    private final DataSource loader;

    @Autowired
    ImportApiTests(MockMvc web, Cast cast, UploadedImports uploads, @Qualifier("loader") DataSource loader) {
        this.web = web;
        this.cast = cast;
        this.uploads = uploads;
        this.loader = loader;
    }

    @Test
    void an_upload_is_accepted_and_its_report_follows() throws Exception {
        JsonNode report = imported(GOOD);
        assertThat(report.get("status").asString()).isEqualTo("done");
        assertThat(report.get("kind").asString()).isEqualTo("sales");
        assertThat(report.get("rows").asLong()).isEqualTo(1);
        assertThat(report.get("amount").decimalValue()).isEqualByComparingTo("280206.02");
        assertThat(report.get("from").asString()).isEqualTo("2024-01-05");
        assertThat(report.propertyNames())
                .containsExactly(
                        "batch",
                        "status",
                        "kind",
                        "rows",
                        "accepted",
                        "rejected",
                        "known",
                        "unattributed",
                        "accountsCreated",
                        "onClosedAccounts",
                        "amount",
                        "from",
                        "to",
                        "unmappedColumns",
                        "problems",
                        "seconds");
        JsonNode again = imported(GOOD);
        assertThat(again.get("status").asString()).isEqualTo("alreadyImported");
        assertThat(again.get("batch")).isEqualTo(report.get("batch"));
    }

    @Test
    void bad_rows_can_be_fetched_with_their_reasons_and_run_no_formula() throws Exception {
        JsonNode report = imported(BAD);
        assertThat(report.get("status").asString()).isEqualTo("refused");
        JsonNode problem = report.get("problems").get(0);
        assertThat(problem.get("line").asLong()).isEqualTo(3);
        assertThat(problem.get("column").asString()).isEqualTo("amount");
        assertThat(problem.get("value").asString()).isEqualTo("much");
        assertThat(problem.get("reason").asString()).isEqualTo("This is not a number.");
        String address = "/api/v1/imports/" + report.get("batch").asLong();
        web.perform(get(address).header("Accept-Language", "zh-CN").with(program(cast.controller())))
                .andExpect(jsonPath("$.problems[0].reason").value("不是数字。"));
        String file = web.perform(get(address + "/problems").with(program(cast.controller())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(file.lines().toList())
                .containsExactly(
                        "problem line,problem,customer,document,date,amount",
                        "3,amount: This is not a number.,'=A2,I-3,2024-01-05,much");
    }

    @Test
    void a_wrong_option_is_a_problem_and_an_unknown_import_is_not_found() throws Exception {
        web.perform(multipart("/api/v1/imports")
                        .file(file(GOOD))
                        .param("kind", "gossip")
                        .with(program(cast.controller())))
                .andExpect(status().isUnprocessableContent());
        web.perform(get("/api/v1/imports/999999").with(program(cast.controller())))
                .andExpect(status().isNotFound());
        web.perform(delete("/api/v1/imports/999999").with(program(cast.controller())))
                .andExpect(status().isConflict());
    }

    @Test
    void a_batch_that_is_not_there_cannot_be_replaced() throws Exception {
        web.perform(multipart("/api/v1/imports")
                        .file(file(GOOD))
                        .param("replace", "999999")
                        .with(program(cast.controller())))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value("There is no batch 999999."));
    }

    @Test
    void how_the_file_is_read_can_be_said() throws Exception {
        for (String wrong : List.of("encoding=klingon", "delimiter=long")) {
            web.perform(multipart("/api/v1/imports")
                            .file(file(GOOD))
                            .param(wrong.substring(0, wrong.indexOf('=')), wrong.substring(wrong.indexOf('=') + 1))
                            .with(program(cast.controller())))
                    .andExpect(status().isUnprocessableContent());
        }
        web.perform(multipart("/api/v1/imports")
                        .file(file(GOOD.replace(',', '!').replace("I-1", "I-77")))
                        .param("encoding", "UTF-8")
                        .param("delimiter", "!")
                        .param("sheet", "any")
                        .with(program(cast.controller())))
                .andExpect(status().isAccepted());
    }

    @Test
    void whoever_may_not_see_the_money_may_not_bring_it_in() throws Exception {
        web.perform(multipart("/api/v1/imports").file(file(GOOD)).with(program(cast.viewer())))
                .andExpect(status().isForbidden());
        web.perform(multipart("/api/v1/imports").file(file(GOOD)).with(program(cast.keyAccountManager())))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_fifth_upload_at_once_is_asked_to_come_again() throws Exception {
        RequestPostProcessor sender = program(cast.controller());
        List<Connection> taken = new ArrayList<>();
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (int i = 0; i < 4; i++) {
                    taken.add(loader.getConnection());
                }
                for (int i = 0; i < 4; i++) {
                    String text = GOOD.replace("I-1", "I-P" + i);
                    answers.add(senders.submit(() -> begin(text, sender).getStatus()));
                }
                waitUntil(() -> uploads.free() == 0);
                MockHttpServletResponse refused = begin(GOOD.replace("I-1", "I-P5"), sender);
                assertThat(refused.getStatus()).isEqualTo(503);
                assertThat(refused.getHeader("Retry-After")).isEqualTo("60");
                assertThat(refused.getContentAsString()).contains("urn:mainstay:problem:busy");
            } finally {
                for (Connection connection : taken) {
                    connection.close();
                }
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(202);
            }
        }
        waitUntil(() -> uploads.free() == 4);
    }

    private static void waitUntil(BooleanSupplier reached) throws InterruptedException {
        for (int i = 0; i < 2_000 && !reached.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(reached.getAsBoolean()).isTrue();
    }

    private MockHttpServletResponse begin(String text, RequestPostProcessor sender) throws Exception {
        return web.perform(multipart("/api/v1/imports").file(file(text)).with(sender))
                .andReturn()
                .getResponse();
    }

    private JsonNode imported(String text) throws Exception {
        String address = web.perform(
                        multipart("/api/v1/imports").file(file(text)).with(program(cast.controller())))
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        while (true) {
            String body = web.perform(get(String.valueOf(address)).with(program(cast.controller())))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            JsonNode report = JsonMapper.shared().readTree(body);
            if (!report.get("status").asString().equals("running")) {
                return report;
            }
            Thread.sleep(20);
        }
    }

    private RequestPostProcessor program(User user) {
        String token = cast.token(user);
        return request -> {
            request.addHeader("Authorization", "Bearer " + token);
            return request;
        };
    }

    private static MockMultipartFile file(String text) {
        return new MockMultipartFile("file", "../../lines.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
