package vn.minhchung.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.minhchung.access.AccountCommand.ConfirmRole;
import vn.minhchung.access.AccountCommand.CreateAccount;
import vn.minhchung.access.AccountCommand.GrantRole;
import vn.minhchung.access.SignatoryCommand.RegisterSignatory;
import vn.minhchung.access.SignatoryRank;
import vn.minhchung.access.SignaturePosition;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.identifier.IdentifierKind;
import vn.minhchung.people.OrganisationCommand.AddOrganisationAlias;
import vn.minhchung.people.OrganisationCommand.AddOrganisationIdentifier;
import vn.minhchung.people.OrganisationCommand.RegisterOrganisation;
import vn.minhchung.people.OrganisationCommand.RenameOrganisation;
import vn.minhchung.people.PersonCommand.AddEmployment;
import vn.minhchung.people.PersonCommand.AddPersonIdentifier;
import vn.minhchung.people.PersonCommand.EndEmployment;
import vn.minhchung.people.PersonCommand.RegisterPerson;

/** The organisations, the persons, their accounts and roles, the signatures registered at the treasury. */
final class DemoPeople {
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 2);
    private static final LocalDate LONG_AGO = LocalDate.of(2015, 1, 1);
    private static final LocalDate APPOINTED = LocalDate.of(2023, 12, 20);
    private static final String NOTHING_YET = "Chuẩn bị dữ liệu ban đầu";

    private final Story story;
    private final Secret password;

    DemoPeople(Story story, Secret password) {
        this.story = story;
        this.password = password;
    }

    void tell() {
        story.on(FIRST_DAY);
        for (Organisation organisation : Organisation.values()) {
            story.as(Cast.ADMIN)
                    .because(NOTHING_YET)
                    .does(new RegisterOrganisation(
                            organisation.id(), organisation.fullName(), organisation.kind(), LONG_AGO));
        }
        // the officer first: somebody must confirm the director's appointment
        roles(Cast.OFFICER);
        roles(Cast.DIRECTOR);
        Stream.of(Cast.values())
                .filter(who -> who != Cast.ADMIN && who != Cast.OFFICER && who != Cast.DIRECTOR)
                .sorted(Comparator.naturalOrder())
                .forEach(this::roles);
        employments();
        names();
        signatories();
    }

    private void roles(Cast who) {
        story.as(Cast.ADMIN)
                .because(NOTHING_YET)
                .does(new RegisterPerson(
                        who.person(),
                        story.seal(who.person(), who.personName()),
                        who.titles().orElse(null),
                        story.seal(
                                who.person(),
                                "1980-0%d-15".formatted(1 + who.login().length() % 9)),
                        story.seal(who.person(), who.login() + "@vi-du.example"),
                        story.seal(
                                who.person(),
                                "1900%08d".formatted(Math.floorMod(who.login().hashCode(), 100_000_000)))));
        story.as(Cast.ADMIN)
                .because(NOTHING_YET)
                .does(new CreateAccount(who.account(), who.person(), story.seal(who.person(), who.login()), password));
        who.roles().forEach(role -> grant(who, role));
    }

    private void grant(Cast who, Role role) {
        OrganisationId organisation =
                role.ofHost() ? who.organisation().orElseThrow().id() : null;
        Story.As admin = story.as(Cast.ADMIN).because("Phân công nhiệm vụ");
        if (role == Role.DIRECTOR) {
            admin = admin.under(LegalBasis.Kind.DECISION, "1201/QĐ-UBND", "UBND tỉnh Hưng Yên", APPOINTED);
        }
        admin.does(new GrantRole(who.account(), role, organisation, null, null));
        if (role.money()) {
            story.as(role == Role.DIRECTOR ? Cast.OFFICER : Cast.DIRECTOR)
                    .because("Đã đối chiếu với quyết định phân công")
                    .does(new ConfirmRole(who.account(), role, organisation));
        }
    }

    private void employments() {
        for (Cast who : Cast.values()) {
            if (who == Cast.ADMIN) continue;
            who.organisation()
                    .ifPresent(organisation -> story.as(Cast.OFFICER)
                            .because("Theo hồ sơ cán bộ")
                            .does(new AddEmployment(who.person(), organisation.id(), null, LONG_AGO, null)));
        }
        story.as(Cast.REGISTRAR)
                .because("Nơi công tác trước khi về Sở")
                .does(new AddEmployment(Cast.OFFICER.person(), Organisation.HOST.id(), "Giảng viên", LONG_AGO, null));
        story.as(Cast.REGISTRAR)
                .because("Chuyển công tác")
                .does(new EndEmployment(Cast.OFFICER.person(), 2, LocalDate.of(2023, 12, 31)));
        story.as(Cast.OFFICER)
                .because("Theo lý lịch khoa học")
                .does(new AddPersonIdentifier(
                        Cast.INVESTIGATOR.person(),
                        IdentifierKind.ORCID,
                        story.seal(Cast.INVESTIGATOR.person(), "0000-0000-9000-0012")));
        story.as(Cast.OFFICER)
                .because("Theo căn cước")
                .does(new AddPersonIdentifier(
                        Cast.INVESTIGATOR.person(),
                        IdentifierKind.CITIZEN_ID,
                        story.seal(Cast.INVESTIGATOR.person(), "033080000001")));
    }

    private void names() {
        List<Organisation> withTaxCode = List.of(Organisation.HOST, Organisation.HOST2);
        List<String> taxCodes = List.of("0999999013", "0999999020");
        for (int i = 0; i < withTaxCode.size(); i++) {
            story.as(Cast.OFFICER)
                    .because("Theo giấy đăng ký")
                    .does(new AddOrganisationIdentifier(
                            withTaxCode.get(i).id(), IdentifierKind.TAX_CODE, taxCodes.get(i)));
        }
        story.as(Cast.OFFICER)
                .because("Tên viết tắt trên văn bản cũ")
                .does(new AddOrganisationAlias(Organisation.HOST.id(), "ĐH SPKT Hưng Yên", null, null));
    }

    private void signatories() {
        signatory(Cast.DIRECTOR, SignaturePosition.FIRST, SignatoryRank.HEAD);
        signatory(Cast.DEPUTY, SignaturePosition.FIRST, SignatoryRank.DEPUTY);
        signatory(Cast.CHIEF_ACCOUNTANT, SignaturePosition.SECOND, SignatoryRank.HEAD);
    }

    private void signatory(Cast who, SignaturePosition position, SignatoryRank rank) {
        story.as(Cast.DIRECTOR)
                .because("Đăng ký mẫu dấu, chữ ký tại kho bạc")
                .under(LegalBasis.Kind.LETTER, "02/SKHCN-VP", "Sở KH&CN Hưng Yên", FIRST_DAY)
                .does(new RegisterSignatory(
                        Organisation.DEPARTMENT.id(), who.person(), position, rank, FIRST_DAY, null));
    }

    /** Later in the story: an institute is renamed; old papers keep the old name. */
    void renamed(LocalDate day) {
        story.on(day);
        story.as(Cast.OFFICER)
                .because("Sắp xếp lại tổ chức")
                .under(LegalBasis.Kind.DECISION, "87/QĐ-BNNMT", "Bộ Nông nghiệp và Môi trường", day)
                .does(new RenameOrganisation(Organisation.INSTITUTE.id(), "Viện Lúa đồng bằng sông Cửu Long", day));
    }
}
