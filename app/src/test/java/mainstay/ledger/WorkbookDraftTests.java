package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/// A workbook sent by browser: the page asks which sheet is meant.
@Story
class WorkbookDraftTests {

    private final MockMvc web;
    private final Cast cast;

    @Autowired
    WorkbookDraftTests(MockMvc web, Cast cast) {
        this.web = web;
        this.cast = cast;
    }

    @Test
    void of_several_sheets_one_is_chosen_on_the_page() throws Exception {
        MockMultipartFile file = new MockMultipartFile("file", "orders.xlsx", "application/octet-stream", workbook());
        String draft = location(file);
        assertThat(page(draft))
                .contains("The workbook has several sheets with rows: Jan, Feb.")
                .contains("<option value=\"Jan\">", "<option value=\"Feb\">")
                .doesNotContain("id=\"charset\"");
        web.perform(post(draft).param("kind", "orders").param("sheet", "Feb").with(cast.signedIn(cast.controller())))
                .andExpect(status().is3xxRedirection());
        assertThat(page(draft)).contains("<option value=\"Feb\" selected>", "O-Feb");
        web.perform(post(draft + "/import")
                        .param("kind", "orders")
                        .param("sheet", "Feb")
                        .with(cast.signedIn(cast.controller())))
                .andExpect(status().is3xxRedirection());
    }

    private String location(MockMultipartFile file) throws Exception {
        return String.valueOf(web.perform(multipart("/imports/drafts")
                        .file(file)
                        .param("kind", "orders")
                        .with(cast.signedIn(cast.controller())))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private String page(String draft) throws Exception {
        return web.perform(get(draft).with(cast.signedIn(cast.controller())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            for (String month : new String[] {"Jan", "Feb"}) {
                Worksheet sheet = workbook.newWorksheet(month);
                String[] headers = {"number", "account", "date"};
                String[] values = {"O-" + month, "A1", "2024-01-05"};
                for (int i = 0; i < headers.length; i++) {
                    sheet.value(0, i, headers[i]);
                    sheet.value(1, i, values[i]);
                }
            }
        }
        return out.toByteArray();
    }
}
