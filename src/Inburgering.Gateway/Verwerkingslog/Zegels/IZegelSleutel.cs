namespace Inburgering.Gateway.Verwerkingslog.Zegels;

/// <summary>The key of the checkpoints, kept outside the database. An interface because the key folder belongs to Storage.</summary>
public interface IZegelSleutel
{
    /// <summary>Id of the key that signs now.</summary>
    string Kid { get; }

    /// <summary>Every key that may have signed: id and SubjectPublicKeyInfo.</summary>
    IReadOnlyList<(string Kid, byte[] Spki)> Openbaar { get; }

    byte[] Sign(ReadOnlySpan<byte> data);

    /// <summary>False also for a key that is not known.</summary>
    bool Verify(string kid, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);
}
