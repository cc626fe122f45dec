using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Storage.Afkeuringen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Afkeuringen;

/// <summary>One rejection, with of what kind the value is at which it went wrong: the message is opened for that, and nothing of it is told.</summary>
internal sealed class LeesAfkeuring(AccessDesk desk, AfkeuringLezer lezer, LeesAfkeuringen alle, Berichtinhouden inhouden, Verwerking verwerking)
{
    public async Task<Uitkomst<AfkeuringView>> HandleAsync(Caller caller, Guid afkeuringId, CancellationToken ct)
    {
        if (desk.AskBeheer(caller) is not { } vraag)
        {
            return Uitkomst<AfkeuringView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        if (await FindAsync(vraag, afkeuringId, ct) is not { } gevonden)
        {
            verwerking.Besluit = Resultaat.Geweigerd;
            return Uitkomst<AfkeuringView>.Niet(Problems.AfkeuringOnbekend, string.Empty);
        }

        return alle.Of(gevonden.Afkeuring) with { Waarde = gevonden.Waarde is { } waarde ? new AfkeurwaardeView(waarde.Veld, waarde.Omschrijving, waarde.Gegeven is not null) : null };
    }

    /// <summary>One that this gemeente has, opened; null: it has none with that number.</summary>
    public async Task<Openafkeuring?> FindAsync(Question vraag, Guid afkeuringId, CancellationToken ct)
    {
        if (await lezer.OfAsync(vraag.Caller.Gemeentecode, [afkeuringId], ct) is not [var afkeuring])
        {
            return null;
        }

        verwerking.BerichtId = afkeuringId.ToString("D");
        var inhoud = (await inhouden.OpenAsync(vraag, [afkeuringId], ct)).GetValueOrDefault(afkeuringId);
        return new Openafkeuring(afkeuring, inhoud, inhoud is null ? null : Berichtwaarde.Van(afkeuring.Reden, inhoud.Inhoud));
    }
}

/// <summary>A rejection with its message.</summary>
/// <param name="Inhoud">Null: deleted after its term.</param>
/// <param name="Waarde">At which it went wrong; null: it is not about a value.</param>
internal sealed record Openafkeuring(Afkeuring Afkeuring, Berichtinhoud? Inhoud, Berichtwaarde? Waarde);
