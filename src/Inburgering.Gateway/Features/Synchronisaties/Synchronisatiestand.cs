using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Synchronisaties;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>How an exchange stands, for who must do something about it; what asks for action first.</summary>
internal enum Synchronisatiestand
{
    TeLaat,
    Mislukt,
    VerdachtLeeg,
    GeluktMetAfkeur,
    Gestopt,
    Gepauzeerd,
    Onbekend,
    Loopt,
    Gelukt,
}

/// <summary>How the stand follows from what happened (ux 5): a retry is no failure, and nothing is well by default.</summary>
internal static class Standbepaling
{
    /// <summary>A slot may be this late before it is said.</summary>
    public static readonly TimeSpan Speling = TimeSpan.FromMinutes(2);

    /// <summary>A person must do something about it.</summary>
    public static bool VraagtActie(this Synchronisatiestand stand) =>
        stand is Synchronisatiestand.TeLaat or Synchronisatiestand.Mislukt or Synchronisatiestand.VerdachtLeeg or Synchronisatiestand.GeluktMetAfkeur;

    /// <summary>It brought nothing, and usually it brings something.</summary>
    /// <param name="gewoonte">Null: it never ran whole.</param>
    public static bool IsVerdachtLeeg(Uitvoering uitvoering, Gewoonte? gewoonte) =>
        uitvoering is { Status: Uitvoeringstatus.Gelukt, Telling.Ontvangen: 0 } && gewoonte?.Ontvangen > 0;

    /// <param name="laatste">Newest first.</param>
    /// <param name="gewoonte">Null: it never ran whole.</param>
    /// <param name="nu">By the clock of the exchange.</param>
    /// <remarks>
    /// «Te laat» is what the hub should have begun and did not (ux 5). What a partner delivers begins with the partner: that it did not come by its moment
    /// is «verdacht leeg», and there is no other kind of late.
    /// </remarks>
    public static Synchronisatiestand Van(Synchronisatie synchronisatie, IEnumerable<Uitvoering> laatste, Gewoonte? gewoonte, DateTimeOffset nu)
    {
        var vorige = laatste.FirstOrDefault(u => u.Status != Uitvoeringstatus.Overgeslagen && u.Aanleiding is not (Uitvoeropdracht.Proef or Uitvoeropdracht.Inhaalrun));
        if (vorige?.Status == Uitvoeringstatus.Loopt)
        {
            return vorige.Reden == Uitvoeringredenen.BestandVast ? Synchronisatiestand.Mislukt : Synchronisatiestand.Loopt;
        }

        if (synchronisatie.Pauze?.Tot > nu)
        {
            return Synchronisatiestand.Gepauzeerd;
        }

        return !synchronisatie.IsLevering && synchronisatie.VolgendeOp + Speling < nu ? Synchronisatiestand.TeLaat : Van(vorige, gewoonte);
    }

    private static Synchronisatiestand Van(Uitvoering? vorige, Gewoonte? gewoonte) => vorige?.Status switch
    {
        null => Synchronisatiestand.Onbekend,
        Uitvoeringstatus.Gelukt when IsVerdachtLeeg(vorige, gewoonte) => Synchronisatiestand.VerdachtLeeg,
        Uitvoeringstatus.Gelukt => Synchronisatiestand.Gelukt,
        Uitvoeringstatus.GeluktMetAfkeur => Synchronisatiestand.GeluktMetAfkeur,
        Uitvoeringstatus.Mislukt => Synchronisatiestand.Mislukt,
        Uitvoeringstatus.Gestopt => Synchronisatiestand.Gestopt,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
