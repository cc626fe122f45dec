using Inburgering.Gateway.Portal;

namespace Inburgering.Gateway.Tests.Portal;

/// <summary>Which entry of the menu a page belongs to.</summary>
public sealed class MenuTests
{
    [Theory]
    [InlineData("/", "Start")]
    [InlineData("/koppelingen", "Koppelingen")]
    [InlineData("/koppelingen/8a1d9b52-3c64-4f0e-9d27-1b6f5a4c3e20/rooster", "Koppelingen")]
    [InlineData("/koppelingen/berichten", "Berichten")]
    [InlineData("/koppelingen/opschortingen/8a1d9b52-3c64-4f0e-9d27-1b6f5a4c3e20", "Meldingen")]
    [InlineData("/koppelingen/afstemmingen/8a1d9b52-3c64-4f0e-9d27-1b6f5a4c3e20", "Afstemmingen")]
    [InlineData("/toegankelijkheid", null)]
    public void Huidig_VanEenPad_IsHetDichtstePunt(string pad, string? naam) => Assert.Equal(naam, Menu.Huidig("BEHEER", pad)?.Naam);

    [Theory]
    [InlineData("BEHEER", true)]
    [InlineData("REG", true)]
    [InlineData("PO", true)]
    [InlineData("AUDITOR", false)]
    [InlineData("INK", false)]
    public void Koppelingen_PerRol_StaanInHetMenuVanWieErMag(string rol, bool erin) => Assert.Equal(erin, Menu.For(rol).Any(p => p.Naam == "Koppelingen"));
}
