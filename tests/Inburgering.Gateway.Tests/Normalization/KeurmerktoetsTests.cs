using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Microsoft.Extensions.DependencyInjection;

namespace Inburgering.Gateway.Tests.Normalization;

/// <summary>A school delivers only when DUO's list of instellingen knows it with a keurmerk or as taalschakelinstelling (domain b.4); as long as the list was never heard, nobody is refused by it.</summary>
public sealed class KeurmerktoetsTests
{
    private const string School = "0000054321";
    private static readonly Naslagvraag Vraag = new("1708", Oin.Parse("00000001999990001000"), Oin.Parse("00000001999990009000"));
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(School, true, false, false)]
    [InlineData(School, false, true, false)]
    [InlineData(School, false, false, true)]
    [InlineData("0000012345", true, true, true)]     // another school's keurmerk is not this one's
    public async Task HeeftGeen_NaarWatDuoVanDeSchoolZegt_IsAlleenWaarZonderKeurmerkEnTaalschakel(string nummer, bool keurmerk, bool taalschakel, bool geen)
    {
        var toets = Toets(new PartnerReply<Instellingen>.Answer(new Instellingen([new Instelling(nummer, "School", keurmerk, taalschakel)])));

        Assert.Equal(geen, await toets.HeeftGeenAsync(School, Vraag, Ct));
    }

    [Fact]
    public async Task HeeftGeen_AlsDuoNietAntwoordt_WeigertNiemand()
    {
        Assert.False(await Toets(new PartnerReply<Instellingen>.Unavailable(null)).HeeftGeenAsync(School, Vraag, Ct));
        Assert.False(await Toets(new PartnerReply<Instellingen>.Refused(["Nee."])).HeeftGeenAsync(School, Vraag, Ct));
    }

    private static Keurmerktoets Toets(PartnerReply<Instellingen> antwoord) => new(new Naslag(
        new ServiceCollection().AddSingleton<IRecordSource<Instellingen>>(new Lijst(antwoord)).BuildServiceProvider(), TimeProvider.System));

    private sealed class Lijst(PartnerReply<Instellingen> antwoord) : IRecordSource<Instellingen>
    {
        public Task<PartnerReply<Instellingen>> ReadAsync(Raadpleging raadpleging, CancellationToken ct) => Task.FromResult(antwoord);
    }
}
