namespace Inburgering.Gateway.Verwerkingslog.Zegels;

/// <summary>Another gateway that keeps our checkpoints (mutual anchor), section <c>Verwerkingslog:Getuige</c>.</summary>
public sealed class GetuigeOptions
{
    /// <summary>Its address, https; null: no witness outside this machine.</summary>
    public Uri? Url { get; set; }

    /// <summary>Its name for a person.</summary>
    public string Naam { get; set; } = "getuige";

    /// <summary>The name under which it knows us.</summary>
    public string Van { get; set; } = string.Empty;

    /// <summary>PEM files with its public seal keys; <c>gateway getuige sleutel</c> there prints them.</summary>
    public IList<string> Sleutels { get; } = [];
}
