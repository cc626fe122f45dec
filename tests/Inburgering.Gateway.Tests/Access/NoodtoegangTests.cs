using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Verwerkingslog;
using AccessDesk = Inburgering.Gateway.Access.Question.Granted.Desk;

namespace Inburgering.Gateway.Tests.Access;

/// <summary>Break-glass at the desk (domain f29): nothing by default, and content only while it holds.</summary>
public sealed class NoodtoegangTests
{
    private static readonly Beleid Beleid = PolicyLoader.Load(ConfigCopy.Committed, ConfigCopy.Adapters);

    private readonly Verwerking regel = new(TimeProvider.System);
    private readonly AccessDesk desk;

    public NoodtoegangTests() => desk = new AccessDesk(Beleid, regel);

    [Fact]
    public void F29_RoleWithoutContent_ReadsOnlyWhileEmergencyAccessHolds()
    {
        var beheer = Employee("BEHEER");
        var id = Guid.NewGuid();

        Assert.Null(desk.Ask(beheer, "regie-voeren"));
        Assert.Null(desk.Decide(desk.AskInNood(beheer)!, FakeFacts.Full(Beleid)));
        Assert.Equal((Refusal.GeenRelatie, "geen-noodtoegang"), (desk.Refusal, regel.Reden));
        var grant = desk.Decide(desk.AskInNood(beheer)!, FakeFacts.Full(Beleid) with { Noodtoegang = id });

        Assert.Contains("IDN", grant!.Gegevens.Keys);
        Assert.DoesNotContain("GZH", grant.Gegevens.Keys);
        Assert.Contains($"noodtoegang:{id}", regel.Informatie);
    }

    [Fact]
    public void F29_Asking_GivesNoContentAndNoRelation()
    {
        var question = desk.AskNoodtoegang(Employee("BEHEER"))!;

        Assert.Empty(question.Categorieen);
        Assert.Null(desk.Decide(question, FakeFacts.Full(Beleid)));
        Assert.Empty(desk.DecideAanvraag(question, FakeFacts.Full(Beleid))!.Gegevens);
        Assert.Null(desk.DecideAanvraag(question, FakeFacts.Full(Beleid) with { DossierId = null }));
    }

    [Theory]
    [InlineData("REG")]
    [InlineData("INK")]
    [InlineData("PO")]
    [InlineData("CISO")]
    public void F29_RoleWithATaskOfItsOwn_HasNoEmergencyAccess(string rol)
    {
        Assert.Null(desk.AskInNood(Employee(rol)));
        Assert.Equal((Refusal.DoelNietToegestaan, "rol-niet-toegestaan"), (desk.Refusal, regel.Reden));
    }

    [Theory]
    [InlineData("PO", true)]
    [InlineData("FG", true)]
    [InlineData("BEHEER", false)]
    [InlineData("AUDITOR", false)]
    public void Beoordeling_IsForThePrivacyOfficeAlone(string rol, bool allowed) => Assert.Equal(allowed, desk.AskBeoordeling(Employee(rol)) is not null);

    private static Caller Employee(string rol) => new CallerRegister(Beleid).Medewerker("account", rol, "1708");
}
