package vn.minhchung.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes, keys, checkpoints and cosignatures against the examples in C2SP's own texts and in RFC 8032. */
class NoteTest {
    /** signed-note, "Example". */
    private static final String KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String NOTE = """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    /** tlog-cosignature, its first example. */
    private static final String COSIGNED = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """;

    /** RFC 8032, 7.1, TEST 1: secret, public key, and its signature of nothing. */
    private static final byte[] SEED = hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    private static final byte[] PUBLIC = hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    private static final byte[] OF_NOTHING = hex("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
            + "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");

    private static final SigningKey LOG = SigningKey.generate("log.example/department", KeyKind.NOTE);
    private static final SigningKey WITNESS = SigningKey.generate("witness.example/w1", KeyKind.COSIGNATURE);
    private static final Checkpoint CHECKPOINT =
            Checkpoint.of("log.example/department", 20_852_163, MerkleTree.leafHash(new byte[] {7}));

    @Test
    void the_standard_s_key_verifies_the_standard_s_note() {
        VerifierKey key = VerifierKey.parse(KEY);
        SignedNote note = SignedNote.parse(NOTE.getBytes(StandardCharsets.UTF_8));

        assertThat(key.text()).isEqualTo(KEY);
        assertThat(HexFormat.of().toHexDigits(key.keyId())).isEqualTo("530d903a");
        assertThat(note.text()).isEqualTo("This is an example message.\n");
        assertThat(note.encoded()).isEqualTo(NOTE);
        assertThat(note.verified(List.of(key))).hasSize(1);
    }

    @Test
    void the_standard_s_note_altered_anywhere_is_refused() {
        VerifierKey key = VerifierKey.parse(KEY);
        SignedNote other = new SignedNote(
                "This is an example message!\n", SignedNote.parse(NOTE).signatures());

        assertThatThrownBy(() -> other.verified(List.of(key))).isInstanceOf(NoteFault.class);
        byte[] good = SignedNote.parse(NOTE).signatures().getFirst().signature();
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(key.verifies("This is an example message.\n", new NoteSignature(key.name(), key.keyId(), bad)))
                    .as("bit " + bit)
                    .isFalse();
        }
    }

    /** signed-note, its first example: several lines, an empty one among them, and letters beyond ASCII. */
    @Test
    void a_text_may_have_empty_lines_and_any_letters() {
        String poem = """
                Ognuno sta solo sul cuor della terra
                trafitto da un raggio di sole:

                ed è subito sera.

                — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
                """;
        SignedNote note = SignedNote.parse(poem);

        assertThat(note.encoded()).isEqualTo(poem);
        assertThat(note.text()).endsWith(":\n\ned è subito sera.\n");
        assertThat(note.signatures().getFirst().keyId()).isEqualTo(0x367ba04b);
    }

    @Test
    void signing_is_that_of_rfc_8032() {
        SigningKey key = new SigningKey(new VerifierKey("test", KeyKind.NOTE, PUBLIC), SEED);

        assertThat(key.sign("").signature()).isEqualTo(OF_NOTHING);
        assertThat(Ed25519.verifies(PUBLIC, new byte[0], OF_NOTHING)).isTrue();
        assertThat(Ed25519.verifies(PUBLIC, new byte[] {1}, OF_NOTHING)).isFalse();
    }

    /** The secret of one and the public key of another would sign what nobody can verify. */
    @Test
    void a_secret_goes_with_its_own_public_key_only_and_is_not_shown() {
        assertThatThrownBy(() -> new SigningKey(LOG.verifier(), SEED)).isInstanceOf(NoteFault.class);
        assertThatThrownBy(() -> new SigningKey(LOG.verifier(), new byte[31])).isInstanceOf(NoteFault.class);
        assertThat(new SigningKey(LOG.verifier(), LOG.seed()).sign("x\n").signature())
                .isEqualTo(LOG.sign("x\n").signature());
        assertThat(LOG.toString()).doesNotContain(HexFormat.of().formatHex(LOG.seed()));
    }

    @Test
    void the_standard_s_checkpoint_reads_and_writes_as_it_stands() {
        SignedNote note = SignedNote.parse(COSIGNED);
        Checkpoint checkpoint = Checkpoint.parse(note.text());

        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20_852_163);
        assertThat(checkpoint.root()).hasSize(32).startsWith(0x0a, 0xc5, 0x18);
        assertThat(checkpoint.extensions()).isEmpty();
        assertThat(checkpoint.text()).isEqualTo(note.text());
        assertThat(note.encoded()).isEqualTo(COSIGNED);
    }

    @Test
    void the_standard_s_cosignature_has_its_time_and_its_message() {
        NoteSignature cosignature = SignedNote.parse(COSIGNED).signatures().getLast();

        assertThat(Cosignature.seconds(cosignature)).isEqualTo(1_679_315_147);
        assertThat(new String(
                        Cosignature.message(
                                1_679_315_147, SignedNote.parse(COSIGNED).text()),
                        StandardCharsets.UTF_8))
                .isEqualTo("""
                        cosignature/v1
                        time 1679315147
                        example.com/behind-the-sofa
                        20852163
                        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
                        """);
    }

    /** tlog-witness, its example answer. */
    @Test
    void a_witness_answers_signature_lines() {
        List<NoteSignature> answer = SignedNote.signatures("""
                — witness.example/w1 CMp+6LWBU0anHGH5aNDTJkH/gj79sG+T6+iP2ThYN5krrDJbR1HDnucjL39QsZTSvVjyQLrdk3DXDqI5G2HgLatVs0pWh6Up69HVOw==
                — witness.example/w1 I7rEps0pvK2UqkS2gSpVUDhrhVtQV9lgF6pRrWAvjJHjyWpW7VcE3SiOlVlbQNt64vWhO+DlkL0+UfzuOBMh9ChdMkP1vi/lCAsmlw==
                — witness.example/w2 AWui8Sk55XjYLOijihBjhqEH6nS1ndDymE0a+6idX7pLcnoB+dhnz0854aLZgrrKbYKA7nC3HNJhm/kWl7oJlqU3rXXvpysAdyP3wQ==
                """);

        assertThat(answer)
                .extracting(NoteSignature::name)
                .containsExactly("witness.example/w1", "witness.example/w1", "witness.example/w2");
    }

    @Test
    void a_log_signs_and_a_witness_cosigns() {
        SignedNote note = CHECKPOINT.signedBy(LOG).with(WITNESS.cosign(CHECKPOINT, 1_800_000_000));
        SignedNote read = SignedNote.parse(note.encoded().getBytes(StandardCharsets.UTF_8));

        assertThat(read.verified(List.of(LOG.verifier(), WITNESS.verifier()))).hasSize(2);
        assertThat(Checkpoint.parse(read.text()).root()).isEqualTo(CHECKPOINT.root());
        assertThat(Cosignature.seconds(read.signatures().getLast())).isEqualTo(1_800_000_000);
    }

    @Test
    void a_cosignature_is_of_its_checkpoint_and_its_time() {
        NoteSignature good = WITNESS.cosign(CHECKPOINT, 1_800_000_000);
        VerifierKey key = WITNESS.verifier();
        byte[] later = good.signature().clone();
        later[7] ^= 1;
        Checkpoint larger = Checkpoint.of(CHECKPOINT.origin(), CHECKPOINT.size() + 1, CHECKPOINT.root());

        assertThat(key.verifies(CHECKPOINT.text(), good)).isTrue();
        assertThat(key.verifies(larger.text(), good)).isFalse();
        assertThat(key.verifies(CHECKPOINT.text(), new NoteSignature(key.name(), key.keyId(), later)))
                .isFalse();
        assertThat(key.verifies(CHECKPOINT.text(), new NoteSignature(key.name(), key.keyId(), new byte[8])))
                .isFalse();
        assertThatThrownBy(() -> Cosignature.seconds(LOG.sign("x\n"))).isInstanceOf(NoteFault.class);
        assertThatThrownBy(() -> WITNESS.cosign(CHECKPOINT, -1)).isInstanceOf(NoteFault.class);
    }

    /** The kind is in the key id: the same 32 bytes are two keys. */
    @Test
    void a_log_s_key_does_not_cosign_and_a_witness_s_does_not_sign() {
        VerifierKey asWitness = new VerifierKey(
                LOG.verifier().name(), KeyKind.COSIGNATURE, LOG.verifier().key());

        assertThat(asWitness.keyId()).isNotEqualTo(LOG.verifier().keyId());
        assertThat(asWitness.verifies("x\n", LOG.sign("x\n"))).isFalse();
        assertThatThrownBy(() -> LOG.cosign(CHECKPOINT, 1)).isInstanceOf(NoteFault.class);
        assertThatThrownBy(() -> WITNESS.sign("x\n")).isInstanceOf(NoteFault.class);
    }

    @Test
    void signatures_of_others_are_passed_over_and_a_false_one_in_a_known_name_refuses_the_note() {
        SigningKey other = SigningKey.generate("other.example", KeyKind.NOTE);
        SignedNote note = CHECKPOINT.signedBy(LOG).with(other.sign("something else\n"));
        SignedNote twisted = CHECKPOINT
                .signedBy(other)
                .with(new NoteSignature(
                        LOG.verifier().name(),
                        LOG.verifier().keyId(),
                        LOG.sign("else\n").signature()));

        assertThat(note.verified(List.of(LOG.verifier()))).hasSize(1);
        assertThatThrownBy(() -> note.verified(List.of(WITNESS.verifier()))).hasMessageContaining("any known key");
        assertThatThrownBy(() -> note.verified(List.of(LOG.verifier(), other.verifier())))
                .hasMessageContaining("other.example");
        assertThatThrownBy(() -> twisted.verified(List.of(other.verifier(), LOG.verifier())))
                .hasMessageContaining("log.example");
    }

    @Test
    void sixteen_signatures_are_taken_and_a_flood_is_not() {
        List<NoteSignature> many = new ArrayList<>();
        for (int i = 0; i < 16; i++) many.add(new NoteSignature("w" + i, i, new byte[72]));
        String note = new SignedNote("x\n", many).encoded();

        assertThat(SignedNote.parse(note).signatures()).hasSize(16);
        assertThatThrownBy(() -> SignedNote.parse(note + note.substring(3).repeat(10)))
                .isInstanceOf(NoteFault.class);
        assertThatThrownBy(() -> SignedNote.parse(new byte[SignedNote.MAX_BYTES + 1]))
                .hasMessageContaining("65537 bytes");
    }

    static Stream<String> no_notes() {
        String line = NOTE.substring(NOTE.indexOf('—'));
        return Stream.of(
                "",
                "\n",
                "text\n",
                "text\n\n",
                line,
                "text\n" + line,
                "text\n\n" + line.stripTrailing(),
                "text\n\n" + line + "\n",
                "text\n\n" + line.replace("—", "-"),
                "text\n\n" + line.replace("\n", "\r\n"),
                "text\n\n" + line.replace("=", ""),
                "text\n\n" + line.replace("=", "=="),
                "text\n\n" + line.replace("QM=", "QN="),
                "text\n\n" + line.replace("example.com/foo", "example.com+foo"),
                "text\n\n" + line.replace("example.com/foo", "example.com/\u00a0foo"),
                "text\n\n" + line.replace("example.com/foo ", ""),
                "text\n\n" + line.replace("example.com/foo", ""),
                "text\n\n— example.com/foo Uw2QOg==\n",
                "te\txt\n\n" + line,
                "te\u0000xt\n\n" + line);
    }

    @ParameterizedTest
    @MethodSource("no_notes")
    void what_is_no_note_is_refused(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NoteFault.class);
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        byte[] note = NOTE.getBytes(StandardCharsets.UTF_8);
        note[2] = (byte) 0xff;

        assertThatThrownBy(() -> SignedNote.parse(note)).hasMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903a",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==",
                "example.com/foo+530d903a+",
            })
    void what_is_no_key_is_refused(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(NoteFault.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "log.example\n",
                "log.example\n1\n",
                "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "log.example\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
                "log.example\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "log.example\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "log.example\n+1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "log.example\n1 \nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "log.example\n9223372036854775808\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "log.example\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n",
                "log.example\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n",
            })
    void what_is_no_checkpoint_is_refused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(NoteFault.class);
    }

    @Test
    void further_lines_of_others_checkpoints_are_kept_and_signed_with_the_rest() {
        String text = "log.example\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nmore\n";
        Checkpoint read = Checkpoint.parse(text);

        assertThat(read.extensions()).containsExactly("more");
        assertThat(read.text()).isEqualTo(text);
        assertThat(read.root()).isEqualTo(new MerkleTree().root());
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @Test
    void a_line_repeated_is_looked_at_once() {
        NoteSignature line = WITNESS.cosign(CHECKPOINT, 1_800_000_000);
        SignedNote note = CHECKPOINT.signedBy(LOG);
        while (note.signatures().size() < 64) note = note.with(NoteSignature.parse(line.line()));

        assertThat(note.different().stream().map(NoteSignature::line))
                .containsExactly(note.signatures().getFirst().line(), line.line());
    }

    @Test
    void the_name_in_a_key_is_told_whatever_else_was_typed() {
        assertThat(VerifierKey.nameIn(LOG.verifier().text()))
                .isEqualTo(LOG.verifier().name());
        assertThat(VerifierKey.nameIn("không phải khoá")).isEqualTo("không phải khoá");
    }
}
