using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Bewaren;

/// <summary>The lines of the nightly run.</summary>
internal sealed class Taakregel(Beleid beleid, TimeProvider zaakklok)
{
    private const string Activiteit = "VA-16-beheer";

    /// <summary>What a line of a maintenance command rests on.</summary>
    public static string Verwerkingsactiviteit(Beleid beleid) => $"{Activiteit}/{beleid.Gegevens.Activiteiten[Activiteit].Versie}";

    public Logregel Of(string gemeentecode, string naam) => Taaklijn.Of(beleid, gemeentecode, "taak-bewaartermijnen", zaakklok.GetUtcNow(), Verwerkingsactiviteit(beleid), null) with
    {
        Naam = naam,
        Actie = Actie.Verwijderen,
        Grondslag = "WP",
    };
}
