package org.assent.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assent.scheme.OfficeLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file of offices may say, and the sentence for each thing it may not. */
class OrganisationFileTest {

    private static final String HEADING =
            "code,name,bengali_name,level,parent,apa_team,focal_point,head,team_address,head_address\n";
    private static final String MAIL = "a@x.example,h@x.example";

    @Test
    void a_line_is_read_with_its_people_and_its_bengali_name() {
        OrganisationFile file = read(HEADING
                + "water,\"Ministry of Water, Resources\",পানি সম্পদ মন্ত্রণালয়,Ministry,cabinet,u1; u2 u3,u2,h1,"
                + MAIL + "\n");

        assertThat(file.problems()).isEmpty();
        assertThat(file.lines()).singleElement().satisfies(line -> {
            assertThat(line.name()).isEqualTo("Ministry of Water, Resources");
            assertThat(line.bengaliName()).isEqualTo("পানি সম্পদ মন্ত্রণালয়");
            assertThat(line.level()).isEqualTo(OfficeLevel.MINISTRY);
            assertThat(line.apaTeam()).containsExactly("u1", "u2", "u3");
            assertThat(line.focalPoint()).isEqualTo("u2");
            assertThat(line.head()).isEqualTo("h1");
        });
    }

    @Test
    void a_spreadsheet_s_mark_empty_lines_and_other_order_of_columns_do_no_harm() {
        OrganisationFile file = read(
                "\ufeffname,code,BENGALI_NAME,parent,level,head,focal_point,apa_team,head_address,team_address,active\r\n\r\n"
                        + "Water,water,,cabinet,FIELD OFFICE,,,,h@x.example,a@x.example,no\r\n\r\n");

        assertThat(file.problems()).isEmpty();
        assertThat(file.lines()).singleElement().satisfies(line -> {
            assertThat(line.level()).isEqualTo(OfficeLevel.FIELD_OFFICE);
            assertThat(line.active()).isFalse();
            assertThat(line.head()).isNull();
            assertThat(line.line()).isEqualTo(3);
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Water,W,,ministry,,,,,{mail}                       | A code is 2 to 40 small letters, digits and hyphens, and begins with a letter; this one is not: “Water”.",
                "office,W,,ministry,,,,,{mail}                      | The code “office” is kept for this desk itself. Please choose another.",
                "water,,,ministry,,,,,{mail}                        | The name is missing.",
                "water,W,,bureau,,,,,{mail}                         | The level must be cabinet division, ministry, department or field office, not “bureau”.",
                "water,W,,ministry,,a b'<c>',,,{mail}               | “b'<c>'” is not a user id.",
                "water,W,,ministry,,u1,u2,,{mail}                   | The focal point must be one of the APA team.",
                "water,W,,ministry,,,,,,h@x.example                 | The team address is missing.",
                "water,W,,ministry,,,,,a@x.example,nobody           | The head address is not an e-mail address.",
                "water,=cmd(),,ministry,,,,,{mail}                  | The name begins with a character that a spreadsheet would take for a formula.",
                "water,W,@x,ministry,,,,,{mail}                     | The bengali name begins with a character that a spreadsheet would take for a formula.",
                "water,W\u202etxt,,ministry,,,,,{mail}              | The name holds a character that cannot be seen.",
                "water,W,ministry,,{mail}                           | There are 6 cells, but the first line names 10 columns.",
                "water,\"W,,ministry,,,,,{mail}                     | There is a quotation mark without its partner.",
            })
    void what_is_wrong_with_a_line_is_said_with_its_number(String line, String sentence) {
        OrganisationFile file = read(HEADING + "good,Good,,ministry,,,,," + MAIL + "\n" + line.replace("{mail}", MAIL));

        assertThat(file.problems()).containsExactly(new Problem(3, sentence));
    }

    @Test
    void a_name_is_not_longer_than_its_column() {
        assertThat(read(HEADING + "water," + "x".repeat(201) + ",,ministry,,,,," + MAIL)
                        .problems())
                .containsExactly(new Problem(2, "The name is longer than 200 letters."));
    }

    @Test
    void bengali_joiners_are_seen_as_letters() {
        assertThat(read(HEADING + "water,W,র\u200d্যাব,ministry,,,,," + MAIL).problems())
                .isEmpty();
    }

    @Test
    void a_code_stands_once_in_a_file() {
        String line = "water,W,,ministry,,,,," + MAIL + "\n";
        assertThat(read(HEADING + line + line).problems())
                .containsExactly(new Problem(3, "The code “water” stands in this file twice."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code,name,level | The first line must name the columns, separated by commas. Missing: bengali_name, parent, apa_team, focal_point, head, team_address, head_address.",
                "{heading},colour | There is no column of the name “colour”.",
                "{heading},head_title,head_title | A column stands in the first line twice.",
            })
    void the_first_line_names_the_columns(String heading, String sentence) {
        assertThat(read(heading.replace("{heading}", HEADING.strip())).problems())
                .containsExactly(new Problem(1, sentence));
    }

    @Test
    void a_file_in_another_encoding_or_without_an_office_is_refused() {
        assertThat(OrganisationFile.read((HEADING + "water,পানি").getBytes(StandardCharsets.UTF_16LE))
                        .problems())
                .extracting(Problem::line)
                .containsOnly(0);
        assertThat(OrganisationFile.read("é".getBytes(StandardCharsets.ISO_8859_1))
                        .problems())
                .extracting(Problem::sentence)
                .containsExactly("This file is not in UTF-8. Save it from the spreadsheet as “CSV UTF-8”.");
        assertThat(read(HEADING).problems()).containsExactly(new Problem(0, "This file names no office."));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "lone,L,,department,nowhere,,,,{mail}      | The office above, “nowhere”, is neither in this file nor known.",
                "lone,L,,department,,,,,{mail}             | A department stands under a ministry or division.",
                "lone,L,,department,cabinet,,,,{mail}      | A department stands under a ministry or division.",
                "lone,L,,field office,cabinet,,,,{mail}    | A field office stands under a ministry, a department or another field office.",
                "lone,L,,ministry,water,,,,{mail}          | A ministry or division stands under the Cabinet Division, or under none.",
                "lone,L,,cabinet division,water,,,,{mail}  | Nothing stands above the Cabinet Division.",
                "lone,L,,cabinet division,,,,,{mail}       | There is one Cabinet Division only.",
                "water,L,,department,water,,,,{mail}       | An office keeps its level, and “water” is a ministry or division. What takes its place gets a code of its own.",
                "branch,L,,field office,soil,,,,{mail}     | An office keeps its ministry, to which its agreements belong. Under another it gets a code of its own.",
                "branch,L,,field office,branch,,,,{mail}   | This office would stand above itself: the offices above it form a ring.",
            })
    void offices_make_a_tree(String line, String sentence) {
        assertThat(tree(line.replace("{mail}", MAIL) + "\n").problems()).containsExactly(new Problem(2, sentence));
    }

    @Test
    void every_office_of_a_ring_is_named() {
        String ring = "r1,R,,field office,r2,,,,%1$s%nr2,R,,field office,r1,,,,%1$s%n".formatted(MAIL);

        assertThat(tree(ring).problems()).extracting(Problem::line).containsExactly(2, 3);
    }

    @Test
    void a_parent_may_stand_below_its_child_in_the_file_and_is_taken_first() {
        OrganisationTree tree =
                tree("leaf,L,,field office,stem,,,,%1$s%nstem,S,,department,root,,,,%1$s%nroot,R,,ministry,,,,,%1$s%n"
                        .formatted(MAIL));

        assertThat(tree.problems()).isEmpty();
        assertThat(tree.fromTheTop()).extracting(OrganisationLine::code).containsExactly("root", "stem", "leaf");
        assertThat(tree.fromTheTop()).extracting(tree::ministry).containsOnly("root");
    }

    @Test
    void a_chain_of_twenty_thousand_offices_is_walked_once() {
        StringBuilder chain = new StringBuilder("o0,R,,ministry,,,,," + MAIL + "\n");
        for (int i = 20_000; i > 0; i--) {
            chain.append("o%d,O,,field office,o%d,,,,%s\n".formatted(i, i - 1, MAIL));
        }
        OrganisationTree tree = tree(chain.toString());

        assertThat(tree.problems()).isEmpty();
        assertThat(tree.fromTheTop()).hasSize(20_001).last().satisfies(line -> assertThat(tree.ministry(line))
                .isEqualTo("o0"));
    }

    /** Over cabinet, the ministries water and soil, and a field office of water's. */
    private static OrganisationTree tree(String lines) {
        Map<String, Organisation> before = new HashMap<>();
        List<OrganisationLine> there = read(HEADING
                        + "cabinet,C,,cabinet division,,,,,%1$s%nwater,W,,ministry,cabinet,,,,%1$s%nsoil,S,,ministry,,,,,%1$s%nbranch,B,,field office,water,,,,%1$s%n"
                                .formatted(MAIL))
                .lines();
        there.forEach(line ->
                before.put(line.code(), new Organisation(line, line.code().equals("branch") ? "water" : line.code())));
        OrganisationFile file = read(HEADING + lines);
        assertThat(file.problems()).isEmpty();
        return new OrganisationTree(before, file.lines());
    }

    private static OrganisationFile read(String csv) {
        return OrganisationFile.read(csv.getBytes(StandardCharsets.UTF_8));
    }
}
