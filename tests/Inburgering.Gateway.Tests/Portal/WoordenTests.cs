using System.Reflection;
using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Features.Inzagen;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Tests.Portal;

/// <summary>Every code that can be stored has its words.</summary>
public sealed class WoordenTests
{
    public static TheoryData<string> Redenen => [.. typeof(Berichtredenen).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Redenen))]
    public void Reden_VanElkBericht_ZegtWatErIsEnWatTeDoen(string code)
    {
        var uitleg = Berichtwoorden.Reden(code)!;

        Assert.DoesNotContain(code, uitleg.Wat, StringComparison.Ordinal);
        Assert.EndsWith(".", uitleg.Doen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("geen-opdracht")]
    [InlineData("geen-dossier")]
    [InlineData("doelgroep")]
    [InlineData("leerroute")]
    [InlineData("geen-toestemming")]
    [InlineData("doel-niet-toegestaan")]
    [InlineData("scope-ontbreekt")]
    [InlineData("client-ingetrokken")]
    [InlineData("nummer-niet-toegestaan")]
    [InlineData("buiten-caseload")]
    [InlineData("gebruiker-ontbreekt")]
    [InlineData("geen-gebruikers")]
    [InlineData("alleen-systeem")]
    [InlineData("caseload-past-niet")]
    public void Reden_VanElkeWeigering_IsEenZin(string code) =>
        Assert.DoesNotContain("Reden:", Inzagewoorden.Reden(code)!, StringComparison.Ordinal);
}
