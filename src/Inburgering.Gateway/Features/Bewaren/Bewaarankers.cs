using Inburgering.Gateway.Verwerkingslog;
using System.Diagnostics;
using Inburgering.Gateway.Storage.Bewaren;

namespace Inburgering.Gateway.Features.Bewaren;

/// <summary>The days from which terms are counted, for one dossier and the day one version was recorded.</summary>
/// <param name="vastlegging">When the version was recorded.</param>
internal sealed class Bewaarankers(DossierStand stand, DateTimeOffset vastlegging)
{
    /// <summary>The last day of what the word names; null while it goes on.</summary>
    /// <param name="vanaf">Word of the policy (config/schema/woorden.schema.json, begin).</param>
    public DateOnly? Dag(string vanaf) => vanaf switch
    {
        "einde-inburgeringsplicht" => stand.PlichtEinde,
        "einde-doel" => EindeDoel,
        "einde-begeleiding" => EindeBegeleiding,
        "einde-boekjaar" => EindeBoekjaar,
        "vastlegging" => Klok.Dag(vastlegging),
        "vaststelling-pip" => stand.EerstePip is { } pip ? Klok.Dag(pip) : null,
        _ => throw new UnreachableException($"The policy counts from «{vanaf}», which nothing here knows."),
    };

    /// <summary>The plicht is over and nobody works for this person any more.</summary>
    private DateOnly? EindeDoel => stand.Opdrachten.Loopt || stand.PlichtEinde is not { } plicht ? null : Latest(plicht, stand.Opdrachten.LaatsteEinde);

    /// <summary>The last begeleiding ended; where there never was one, its data had the purpose of all the others.</summary>
    private DateOnly? EindeBegeleiding => stand.Begeleiding switch
    {
        { Loopt: true } => null,
        { LaatsteEinde: { } einde } => Klok.Dag(einde),
        _ => EindeDoel,
    };

    /// <summary>Of the year in which it was recorded, or the plicht ended when that was later: while it runs the record is in use.</summary>
    private DateOnly? EindeBoekjaar => stand.PlichtEinde is { } plicht ? new DateOnly(Latest(plicht, vastlegging).Year, 12, 31) : null;

    private static DateOnly Latest(DateOnly dag, DateTimeOffset? moment) => moment is { } m && Klok.Dag(m) > dag ? Klok.Dag(m) : dag;
}
