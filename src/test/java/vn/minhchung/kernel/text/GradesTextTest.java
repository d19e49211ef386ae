package vn.minhchung.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhchung.kernel.BasisPoints;
import vn.minhchung.kernel.Rounding;

/** Ratings, scores and votes. */
class GradesTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Đạt | PASSED
            đạt yêu cầu | PASSED
            ĐẠT LOẠI KHÁ | FAIR
            Xếp loại: Xuất sắc | EXCELLENT
            Không đạt | FAILED
            không đạt yêu cầu | FAILED
            Chưa đạt yêu cầu | FAILED
            loại Tốt | GOOD
            Giỏi | VERY_GOOD
            Xuat sac | EXCELLENT
            khong dat | FAILED
            Kha | FAIR
            """)
    void reads_ratings(String raw, Rating expected) {
        assertThat(RatingText.read(raw).value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5 phiếu xuất sắc, 2 phiếu khá",
                "6 phiếu đạt, 1 phiếu không đạt",
                "khác",
                "chưa nghiệm thu",
                "đề nghị xếp loại khá",
                "sản phẩm dat tieu chuan",
            })
    void flags_what_is_not_one_final_grade(String raw) {
        assertThat(RatingText.read(raw).certainty()).isEqualTo(Certainty.UNCLEAR);
    }

    @Test
    void remarks_on_grades_of_older_scales() {
        assertThat(RatingText.read("khá").remark()).isEqualTo(Remark.of("text.rating.older_scale", "Khá"));
        assertThat(RatingText.read("Đạt").remark()).isNull();
        assertThat(RatingText.read(" … ").certainty()).isEqualTo(Certainty.BLANK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            82,5/100 | 82.5 | 100
            82.50/100 điểm | 82.5 | 100
            đạt 75,29 điểm/100 điểm | 75.29 | 100
            100/100 | 100 | 100
            0/10 | 0 | 10
            """)
    void reads_scores(String raw, String points, int outOf) {
        assertThat(ScoreText.read(raw).value()).isEqualTo(new Score(points, outOf));
    }

    @ParameterizedTest
    @ValueSource(strings = {"82,5", "82,5 điểm", "101/100", "5/0", "tám mươi", "82,5/100/2"})
    void flags_scores_without_a_sound_scale(String raw) {
        assertThat(ScoreText.read(raw).certainty()).isEqualTo(Certainty.UNCLEAR);
    }

    @Test
    void a_score_has_an_exact_share_and_text() {
        assertThat(new Score("82.5", 100).share(Rounding.HALF_UP)).isEqualTo(new BasisPoints(8_250));
        assertThat(new Score("2", 3).share(Rounding.DOWN)).isEqualTo(new BasisPoints(6_666));
        assertThat(new Score("82.5", 100).toText()).isEqualTo("82,5/100");
    }

    @ParameterizedTest
    @CsvSource({"7/7, 7, 7", "6 trên 7 phiếu, 6, 7", "với 8/9 thành viên có mặt đồng ý, 8, 9"})
    void reads_votes(String raw, int inFavour, int total) {
        assertThat(VoteText.read(raw).value()).isEqualTo(new Vote(inFavour, total));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8/7", "0/0", "100% phiếu", "nhất trí", "7"})
    void flags_votes_that_cannot_be(String raw) {
        assertThat(VoteText.read(raw).certainty()).isEqualTo(Certainty.UNCLEAR);
    }
}
